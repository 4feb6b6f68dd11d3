"""Parameter groups of instances and of clusters.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBParameterGroup.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBParameterGroup.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBParameterGroup.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBParameters.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import before, stub
from . import backend, default_groups, engines, identifiers, parameters

_LONGEST = 255


def _kind(call: Call) -> tuple[bool, str]:
    """Whether it is a cluster's, and the parameter that names the group."""
    cluster = "DBCluster" in call.operation
    return cluster, "DBClusterParameterGroupName" if cluster else "DBParameterGroupName"


def _groups(call: Call) -> Any:
    return backend.of(call).db_cluster_parameter_groups if _kind(call)[0] else backend.of(call).db_parameter_groups


def _existing(call: Call) -> Any:
    name = call.params[_kind(call)[1]]
    found = _groups(call).get(name)
    if found is None:
        raise AwsError("DBParameterGroupNotFound", f"DBParameterGroup not found: {name}", 404)
    return found


def _engine(group: Any) -> engines.Engine:
    return engines.of_family(getattr(group, "family", None) or group.db_parameter_group_family)


@before("rds", "CreateDBParameterGroup", "CreateDBClusterParameterGroup")
def check(call: Call) -> None:
    name, family = _kind(call)[1], call.params["DBParameterGroupFamily"]
    call.params[name] = identifiers.check(name, call.params[name], _LONGEST)
    if engines.of_family(family) is None:
        raise AwsError("InvalidParameterValue", f"ParameterGroupFamily {family} is not a valid parameter group family")
    if call.params[name] in _groups(call):
        raise AwsError("DBParameterGroupAlreadyExists", f"Parameter group {call.params[name]} already exists")


@before("rds", "ModifyDBParameterGroup", "ModifyDBClusterParameterGroup")
def check_parameters(call: Call) -> None:
    group, wanted = _existing(call), call.params["Parameters"]
    _refuse_default(group, "modified")
    if len(wanted) > parameters.MOST_IN_A_CALL:
        text = f"The maximum number of parameters that can be modified in a single request is {parameters.MOST_IN_A_CALL}."
        raise AwsError("InvalidParameterValue", text)
    for parameter in wanted:
        parameters.check(_engine(group), parameter, of_cluster=_kind(call)[0])
    _wait_for_reboot(call, group, [parameter for parameter in wanted if parameter.get("ApplyMethod") == "pending-reboot"])


def _refuse_default(group: Any, how: str) -> None:
    if default_groups.is_default(group.name):
        raise AwsError("InvalidDBParameterGroupState", f"Default DBParameterGroup cannot be {how}: {group.name}")


def _wait_for_reboot(call: Call, group: Any, waiting: list[dict[str, Any]]) -> None:
    cluster, _ = _kind(call)
    for instance in backend.of(call).databases.values() if waiting else ():
        if group.name == (_cluster_group(instance) if cluster else instance.db_parameter_groups()[0].name):
            instance.parameter_status = "pending-reboot"


def _cluster_group(instance: Any) -> str | None:
    return instance.cluster.parameter_group if backend.is_member(instance) else None


@stub("rds", "ResetDBParameterGroup", "ResetDBClusterParameterGroup")
def reset(call: Call) -> dict[str, Any]:
    group = _existing(call)
    _refuse_default(group, "reset")
    named = [parameter["ParameterName"] for parameter in call.params.get("Parameters") or []]
    for parameter in call.params.get("Parameters") or []:
        parameters.check(_engine(group), {**parameter, "ParameterValue": None}, of_cluster=_kind(call)[0])
    for name in list(group.parameters) if call.params.get("ResetAllParameters") else named:
        group.parameters.pop(name, None)
    return {_kind(call)[1]: group.name}


@stub("rds", "DescribeDBParameters", "DescribeDBClusterParameters")
def describe(call: Call) -> dict[str, Any]:
    """Those that the user set, and the engine's defaults."""
    group, source = _existing(call), call.params.get("Source")
    engine = _engine(group)
    mine = [parameters.shown(engine, name, value) for name, value in group.parameters.items()]
    others = [
        parameters.shown(engine, name) for name in parameters.names(engine, of_cluster=_kind(call)[0]) if name not in group.parameters
    ]
    return {"Parameters": [entry for entry in (*mine, *others) if source in (None, entry["Source"])]}


@before("rds", "DeleteDBParameterGroup", "DeleteDBClusterParameterGroup")
def refuse_in_use(call: Call) -> None:
    group = _existing(call)
    _refuse_default(group, "deleted")
    if _kind(call)[0]:
        users = [cluster for cluster in backend.of(call).clusters.values() if cluster.parameter_group == group.name]
        text = f"Cluster parameter group {group.name} is in use by one or more DB clusters and can't be deleted"
    else:
        users = [instance for instance in backend.of(call).databases.values() if _uses(instance, group.name)]
        text = f"One or more database instances are still members of this parameter group {group.name}, so the group cannot be deleted"
    if users:
        raise AwsError("InvalidDBParameterGroupState", text)


def _uses(instance: Any, name: str) -> bool:
    """Also where the change to it still waits for the maintenance window."""
    return name in (instance.db_parameter_groups()[0].name, getattr(instance, "waiting", {}).get("DBParameterGroupName"))
