"""moto's own RDS, for rules that must look at what stands."""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call


def of(call: Call, region: str | None = None) -> Any:
    from moto.rds.models import rds_backends

    return rds_backends[call.account][region or call.region]


def instance(call: Call, name: str) -> Any:
    """The instance that an identifier or an ARN, perhaps of another region, names."""
    found = of(call, region_of(name)).databases.get(name.split(":")[-1])
    if found is None:
        raise AwsError("DBInstanceNotFound", f"DBInstance {name} not found.", 404)
    return found


def cluster(call: Call, name: str) -> Any:
    found = of(call, region_of(name)).clusters.get(name.split(":")[-1])
    if found is None:
        raise AwsError("DBClusterNotFoundFault", f"DBCluster {name} not found.", 404)
    return found


def region_of(name: str) -> str | None:
    return name.split(":")[3] if name.startswith("arn:") else None


def standing(call: Call) -> list[Any]:
    """Instances and clusters of the call's region."""
    backend = of(call)
    return [*backend.databases.values(), *backend.clusters.values()]


def is_member(instance: Any) -> bool:
    """Whether an instance belongs to a cluster, which then holds its storage, backups and users."""
    return bool(instance.db_cluster_identifier)
