"""What a cluster shows, beyond moto's own: set when it is made, by whatever way it is made."""

from __future__ import annotations

from typing import Any

from . import endpoints, engines, looks, new_instance

_SHOWN = {
    "monitoring_interval": None,
    "monitoring_role_arn": None,
    "network_type": "IPV4",
    "engine_lifecycle_support": "open-source-rds-extended-support",
    "storage_throughput": None,
    "local_write_forwarding_status": "disabled",
    "global_write_forwarding_status": None,
}


def complete(cluster: Any, given: dict[str, Any]) -> None:
    for name, default in _SHOWN.items():
        value = given.get(name)
        setattr(cluster, name, default if value is None else value)
    cluster.activity_stream_status = "stopped"
    cluster.pending_modified_values = {}
    cluster.waiting = {}
    cluster.hosted_zone_id = endpoints.zone(cluster.region)
    cluster.iam_auth = bool(given.get("enable_iam_database_authentication"))
    cluster._enable_http_endpoint = bool(given.get("enable_http_endpoint"))
    if not cluster.storage_encrypted:
        cluster.kms_key_id = None
    # Aurora's standard storage has no name in answers
    cluster.storage_type = None if cluster.storage_type == "aurora" else cluster.storage_type
    engine = engines.ENGINES.get(cluster.engine)
    if engine is not None and not engine.is_aurora:
        cluster.monitoring_interval = cluster.monitoring_interval or 0
    new_instance.set_insights(cluster, {parameter: given.get(name) for name, parameter in new_instance.INSIGHTS.items()})
    looks.enter(cluster, "creating")


def without_iam(given: dict[str, Any]) -> dict[str, Any]:
    """moto refuses IAM authentication of Multi-AZ DB clusters, which AWS has."""
    return {name: value for name, value in given.items() if name != "enable_iam_database_authentication"}
