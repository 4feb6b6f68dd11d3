"""Global clusters: one primary, and secondaries in other regions.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyGlobalCluster.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveFromGlobalCluster.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteGlobalCluster.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub
from . import backend, engines, global_members, identifiers


@before("rds", "CreateGlobalCluster")
def check(call: Call) -> None:
    params = call.params
    name = params["GlobalClusterIdentifier"] = identifiers.check("GlobalClusterIdentifier", params["GlobalClusterIdentifier"])
    if name in global_members.all_of(call):
        raise AwsError("GlobalClusterAlreadyExistsFault", f"Global cluster {name} already exists.")
    source = params.get("SourceDBClusterIdentifier")
    if source:
        _check_source(call, source)
        return
    if not params.get("Engine"):
        text = "When creating standalone global cluster, value for engineName should be specified"
        raise AwsError("InvalidParameterValue", text)
    engine = engines.engine(params["Engine"])
    if not engine.is_aurora:
        raise AwsError("InvalidParameterValue", f"The engine {engine.name} does not support global clusters.")
    params["EngineVersion"] = engines.resolve(engine, params.get("EngineVersion"))


def _check_source(call: Call, arn: str) -> None:
    found = backend.cluster(call, arn)
    if found.manage_master_user_password:
        text = "ManageMasterUserPassword isn't supported for DB clusters of a global database."
        raise AwsError("InvalidParameterCombination", text)
    if global_members.of_cluster(call, found) is not None:
        raise AwsError("InvalidDBClusterStateFault", f"The DB cluster {found.db_cluster_identifier} is already part of a global cluster.")
    call.notes["source"] = found
    # moto looks for it in one region alone
    del call.params["SourceDBClusterIdentifier"]
    call.params.update(Engine=found.engine, EngineVersion=found.engine_version)


@after("rds", "CreateGlobalCluster")
def adopt(call: Call, answer: dict[str, Any]) -> None:
    """The source becomes the primary, and gives its encryption and name."""
    whole, source = global_members.existing(call, call.params["GlobalClusterIdentifier"]), call.notes.get("source")
    whole.database_name = call.params.get("DatabaseName") or (source.database_name if source is not None else None)
    if source is not None:
        whole.storage_encrypted, source.is_writer = source.storage_encrypted, True
        source.global_cluster_identifier = whole.global_cluster_identifier
        whole.members.append(source)
    whole.tags = call.params.get("Tags") or []
    answer["GlobalCluster"]["StorageEncrypted"] = bool(whole.storage_encrypted)
    if whole.database_name:
        answer["GlobalCluster"]["DatabaseName"] = whole.database_name


@before("rds", "DescribeGlobalClusters", "DeleteGlobalCluster")
def check_name(call: Call) -> None:
    name = call.params.get("GlobalClusterIdentifier")
    if not name:
        return
    whole = global_members.existing(call, name)
    if call.operation != "DeleteGlobalCluster":
        return
    if whole.deletion_protection:
        raise AwsError(
            "InvalidParameterCombination", "Cannot delete protected Global Cluster, please disable deletion protection and try again."
        )
    if whole.members:
        raise AwsError("InvalidGlobalClusterStateFault", f"Global Cluster {whole.global_cluster_arn} is not empty")


@after("rds", "DescribeGlobalClusters")
def show(call: Call, answer: dict[str, Any]) -> None:
    """moto lists them all, whatever is asked for; a filter names a member."""
    name = call.params.get("GlobalClusterIdentifier")
    members = {value for one in call.params.get("Filters") or [] if one["Name"] == "db-cluster-id" for value in one["Values"]}
    shown = [one for one in answer.get("GlobalClusters", []) if name in (None, one["GlobalClusterIdentifier"])]
    if members:
        shown = [one for one in shown if members & {member["DBClusterArn"] for member in one.get("GlobalClusterMembers", [])}]
    answer["GlobalClusters"] = shown


@stub("rds", "ModifyGlobalCluster")
def modify(call: Call) -> dict[str, Any]:
    params = call.params
    whole = global_members.existing(call, params["GlobalClusterIdentifier"])
    if params.get("DeletionProtection") is not None:
        whole.deletion_protection = params["DeletionProtection"]
    if params.get("EngineVersion"):
        _upgrade(call, whole)
    if params.get("NewGlobalClusterIdentifier"):
        _rename(call, whole)
    return {"GlobalCluster": _shown(whole)}


def _upgrade(call: Call, whole: Any) -> None:
    """All members at once."""
    params, engine = call.params, engines.engine(whole.engine)
    version = engines.resolve(engine, params["EngineVersion"])
    if engines.is_major(engine, whole.engine_version, version) and not params.get("AllowMajorVersionUpgrade"):
        raise AwsError(
            "InvalidParameterCombination", "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version."
        )
    if version != whole.engine_version and version not in engines.upgrade_targets(engine, whole.engine_version):
        raise AwsError("InvalidParameterCombination", f"Cannot upgrade {engine.name} from {whole.engine_version} to {version}")
    whole.engine_version = version
    for member in whole.members:
        member.engine_version = version


def _rename(call: Call, whole: Any) -> None:
    everyone = global_members.all_of(call)
    name = identifiers.check("NewGlobalClusterIdentifier", call.params["NewGlobalClusterIdentifier"])
    del everyone[whole.global_cluster_identifier]
    whole.global_cluster_identifier = name
    everyone[name] = whole


@stub("rds", "RemoveFromGlobalCluster")
def remove(call: Call) -> dict[str, Any]:
    """A secondary becomes a cluster of its own."""
    whole = global_members.existing(call, call.params["GlobalClusterIdentifier"])
    wanted = call.params.get("DbClusterIdentifier")
    found = next((member for member in whole.members if wanted in (member.db_cluster_arn, member.db_cluster_identifier)), None)
    if found is None:
        raise AwsError("DBClusterNotFoundFault", f"DBCluster {wanted} not found in global cluster.", 404)
    if found.is_writer and len(whole.members) > 1:
        text = f"The DB cluster {wanted} is the primary of the global cluster and can't be removed while there are secondaries."
        raise AwsError("InvalidGlobalClusterStateFault", text)
    whole.members.remove(found)
    found.global_cluster_identifier, found.is_writer = None, False
    return {"GlobalCluster": _shown(whole)}


@stub("rds", "FailoverGlobalCluster", "SwitchoverGlobalCluster")
def switch_over(call: Call) -> dict[str, Any]:
    whole = global_members.existing(call, call.params["GlobalClusterIdentifier"])
    wanted = call.params["TargetDbClusterIdentifier"]
    target = next((member for member in whole.members if member.db_cluster_arn == wanted), None)
    if target is None:
        raise AwsError("DBClusterNotFoundFault", f"DBCluster {wanted} not found in global cluster.", 404)
    for member in whole.members:
        member.is_writer = member is target
    return {"GlobalCluster": _shown(whole)}


def _shown(whole: Any) -> dict[str, Any]:
    shown = {
        "GlobalClusterIdentifier": whole.global_cluster_identifier,
        "GlobalClusterResourceId": whole.global_cluster_resource_id,
        "GlobalClusterArn": whole.global_cluster_arn,
        "Status": whole.status,
        "Engine": whole.engine,
        "EngineVersion": whole.engine_version,
        "DatabaseName": getattr(whole, "database_name", None),
        "StorageEncrypted": bool(whole.storage_encrypted),
        "DeletionProtection": bool(whole.deletion_protection),
        "GlobalClusterMembers": whole.global_cluster_members,
        "Endpoint": whole.endpoint,
    }
    return {name: value for name, value in shown.items() if value is not None}
