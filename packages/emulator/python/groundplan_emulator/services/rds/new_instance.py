"""What an instance shows, beyond moto's own: set when it is made, by whatever way it is made."""

from __future__ import annotations

from typing import Any

from moto.moto_api._internal import mock_random

from . import certificates, default_groups, engines, looks, monitoring

#: parameters that are shown under the same name, with their defaults
_SHOWN = {
    "monitoring_interval": 0,
    "monitoring_role_arn": None,
    "network_type": "IPV4",
    "dedicated_log_volume": False,
    "customer_owned_ip_enabled": False,
    "backup_target": "region",
    "engine_lifecycle_support": "open-source-rds-extended-support",
    "replica_mode": None,
    "upgrade_rollout_order": None,
}

INSIGHTS = {
    "enable_performance_insights": "EnablePerformanceInsights",
    "performance_insights_kms_key_id": "PerformanceInsightsKMSKeyId",
    "performance_insights_retention_period": "PerformanceInsightsRetentionPeriod",
    "database_insights_mode": "DatabaseInsightsMode",
}

_ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def complete(instance: Any, given: dict[str, Any]) -> None:
    """`given` are the parameters in moto's spelling."""
    for name, default in _SHOWN.items():
        value = given.get(name)
        setattr(instance, name, default if value is None else value)
    instance.dbi_resource_id = "db-" + "".join(mock_random.choices(_ID, k=26))
    instance.pending_modified_values = {}
    instance.parameter_status = "in-sync"
    instance.activity_stream_status = "stopped"
    instance.ca_certificate_identifier = given.get("ca_certificate_identifier") or certificates.DEFAULT
    set_insights(instance, {parameter: given.get(name) for name, parameter in INSIGHTS.items()})
    if not instance.db_cluster_identifier:
        _complete_own(instance, given)
    monitor(instance)
    looks.enter(instance, "creating")


def _complete_own(instance: Any, given: dict[str, Any]) -> None:
    engine = engines.ENGINES.get(instance.engine)
    if engine is not None and not given.get("option_group_name"):
        instance.option_group_name = default_groups.option_group(engine, instance.engine_version)
    instance.secondary_availability_zone = f"{instance.region}b" if instance.multi_az else None


def set_insights(instance: Any, params: dict[str, Any]) -> None:
    keys = instance.backend.kms
    key = keys.keys[keys.get_key_id_from_alias("alias/aws/rds")].arn if params.get("EnablePerformanceInsights") else ""
    for name, value in monitoring.insights(params, getattr(instance, "performance_insights_kms_key_id", None) or key).items():
        setattr(instance, name, value)


def monitor(instance: Any) -> None:
    """Enhanced monitoring writes a log stream of its own."""
    where = f"arn:aws:logs:{instance.region}:{instance.account_id}:log-group:RDSOSMetrics:log-stream:{instance.dbi_resource_id}"
    instance.enhanced_monitoring_resource_arn = where if instance.monitoring_interval else None
