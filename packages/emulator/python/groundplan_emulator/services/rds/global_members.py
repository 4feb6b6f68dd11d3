"""Clusters that join a global cluster.

https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-getting-started.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from . import passwords
from .engines import Engine, engine

#: moto keeps global clusters there
_HOME = "us-east-1"


def all_of(call: Call) -> Any:
    from moto.rds.models import rds_backends

    return rds_backends[call.account][_HOME].global_clusters


def existing(call: Call, name: str) -> Any:
    found = all_of(call).get(name)
    if found is None:
        raise AwsError("GlobalClusterNotFoundFault", f"Global cluster {name} not found.", 404)
    return found


def joins(call: Call) -> bool:
    return bool(call.params.get("GlobalClusterIdentifier"))


def of_cluster(call: Call, cluster: Any) -> Any:
    """The global cluster that a cluster is a member of."""
    return next((one for one in all_of(call).values() if any(member is cluster for member in one.members)), None)


def check(call: Call, own: Engine) -> None:
    """The first is the primary, with its master user; others take theirs from it."""
    params = call.params
    whole = existing(call, params["GlobalClusterIdentifier"])
    if not own.is_aurora or engine(whole.engine).name != own.name:
        text = f"The engine {own.name} of the DB cluster doesn't match the engine {whole.engine} of the global cluster."
        raise AwsError("InvalidParameterValue", text)
    if params["EngineVersion"] != whole.engine_version:
        text = f"The engine version {params['EngineVersion']} of the DB cluster doesn't match that of the global cluster"
        raise AwsError("InvalidParameterValue", f"{text}, {whole.engine_version}.")
    if params.get("ManageMasterUserPassword"):
        raise AwsError("InvalidParameterCombination", "ManageMasterUserPassword isn't supported for DB clusters of a global database.")
    if bool(params.get("StorageEncrypted")) != bool(whole.storage_encrypted):
        raise AwsError("InvalidParameterCombination", "The encryption of the DB cluster must be that of its global cluster.")
    if not whole.members:
        passwords.check_user(own, params)
        passwords.check_password(own, params)
        return
    if any(member.region == call.region for member in whole.members):
        raise AwsError("InvalidParameterCombination", f"The global cluster already has a DB cluster in {call.region}.")
    if params.get("MasterUsername") or params.get("MasterUserPassword"):
        raise AwsError("InvalidParameterCombination", "Cannot specify user name for cross region replication cluster")
    if params.get("DatabaseName"):
        raise AwsError("InvalidParameterCombination", "Cannot specify database name for cross region replication cluster")
