"""Clusters: who may reach them and how, which moto forgets, and their change.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateClusterConfig.html
https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateClusterVersion.html
https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html (subnets in two zones at least)
"""

from __future__ import annotations

from typing import Any

from ... import roles
from ...call import Call
from ...locks import LOCKS
from ...rules import after, before, stub
from . import backend, updates

_OPEN = "0.0.0.0/0"
_LOGS = ("api", "audit", "authenticator", "controllerManager", "scheduler")
#: one mode leads to the next and never back
_MODES = ("CONFIG_MAP", "API_AND_CONFIG_MAP", "API")


def _ec2(call: Call) -> Any:
    from moto.ec2.models import ec2_backends

    return ec2_backends[call.account][call.region]


def _subnets(call: Call, names: list[str]) -> list[Any]:
    zones = _ec2(call).subnets.values()
    return [zone[name] for name in names for zone in zones if name in zone]


@before("eks", "CreateCluster")
def check(call: Call) -> None:
    names = call.params["resourcesVpcConfig"].get("subnetIds") or []
    found = _subnets(call, names)
    if len(found) < len(names):
        raise backend.invalid(f"The subnet IDs {sorted(set(names) - {one.id for one in found})} do not exist")
    if len({one.availability_zone for one in found}) < 2:
        raise backend.invalid("Subnets specified must be in at least two different AZs")
    if roles.refuses(call.params["roleArn"], "eks.amazonaws.com", call.arn(f"cluster/{call.params['name']}")):
        text = f"Role with arn: {call.params['roleArn']}, could not be assumed because it does not trust EKS."
        call.refuse(backend.invalid(text))
    _check_access(call.params["resourcesVpcConfig"])


def _check_access(wanted: dict[str, Any]) -> None:
    if wanted.get("endpointPublicAccess") is False and not wanted.get("endpointPrivateAccess"):
        raise backend.invalid("Private and public endpoint access cannot be false")


@after("eks", "CreateCluster")
def keep(call: Call, answer: dict[str, Any]) -> None:
    params = call.params
    wanted, name = params["resourcesVpcConfig"], params["name"]
    vpc = _subnets(call, wanted["subnetIds"])[0].vpc_id
    with LOCKS["ec2"]:
        group = _ec2(call).create_security_group(f"eks-cluster-sg-{name}", "EKS created security group", vpc_id=vpc)
    call.kind("cluster")[name] = {
        "accessConfig": {"authenticationMode": (params.get("accessConfig") or {}).get("authenticationMode") or "CONFIG_MAP"},
        "upgradePolicy": params.get("upgradePolicy") or {"supportType": "EXTENDED"},
        "resourcesVpcConfig": {
            "subnetIds": wanted["subnetIds"],
            "securityGroupIds": wanted.get("securityGroupIds") or [],
            "clusterSecurityGroupId": group.id,
            "vpcId": vpc,
            "endpointPublicAccess": wanted.get("endpointPublicAccess", True),
            "endpointPrivateAccess": wanted.get("endpointPrivateAccess", False),
            "publicAccessCidrs": wanted.get("publicAccessCidrs") or [_OPEN],
        },
        "logging": _logging(params.get("logging") or {}, set()),
    }
    show(call, answer)


def _logging(wanted: dict[str, Any], enabled: set[str]) -> dict[str, Any]:
    for one in wanted.get("clusterLogging") or []:
        enabled = enabled | set(one["types"]) if one.get("enabled") else enabled - set(one["types"])
    both = ((True, [kind for kind in _LOGS if kind in enabled]), (False, [kind for kind in _LOGS if kind not in enabled]))
    return {"clusterLogging": [{"types": types, "enabled": switch} for switch, types in both if types]}


@after("eks", "DescribeCluster", "DeleteCluster")
def show(call: Call, answer: dict[str, Any]) -> None:
    kept = call.kind("cluster").get(answer["cluster"]["name"], {})
    answer["cluster"].update(kept)
    access = kept.get("resourcesVpcConfig", {})
    if access.get("endpointPublicAccess") is False:
        answer["cluster"]["resourcesVpcConfig"] = {**access, "publicAccessCidrs": []}


@stub("eks", "UpdateClusterConfig")
def update(call: Call) -> dict[str, Any]:
    name, params = backend.cluster(call).name, call.params
    kinds = {"resourcesVpcConfig": "EndpointAccessUpdate", "logging": "LoggingUpdate", "accessConfig": "AccessConfigUpdate"}
    wanted = [kind for kind in (*kinds, "upgradePolicy") if params.get(kind)]
    if len(wanted) != 1:
        raise backend.invalid("Only one type of update can be allowed.")
    kept = call.kind("cluster")[name]
    if wanted == ["resourcesVpcConfig"]:
        changed = {**kept["resourcesVpcConfig"], **{key: value for key, value in params["resourcesVpcConfig"].items() if value is not None}}
        _check_access(changed)
        kept["resourcesVpcConfig"] = changed
    elif wanted == ["logging"]:
        enabled = {kind for one in kept["logging"]["clusterLogging"] if one["enabled"] for kind in one["types"]}
        kept["logging"] = _logging(params["logging"], enabled)
    elif wanted == ["accessConfig"]:
        mode, standing = params["accessConfig"]["authenticationMode"], kept["accessConfig"]["authenticationMode"]
        if _MODES.index(mode) < _MODES.index(standing):
            raise backend.invalid(f"Unsupported authentication mode update from {standing} to {mode}")
        kept["accessConfig"] = {"authenticationMode": mode}
    else:
        kept["upgradePolicy"] = params["upgradePolicy"]
    return updates.start(call, kinds.get(wanted[0], "UpgradePolicyUpdate"))


@stub("eks", "UpdateClusterVersion")
def upgrade(call: Call) -> dict[str, Any]:
    """By one minor version at a time."""
    cluster, wanted = backend.cluster(call), call.params["version"]
    if int(wanted.split(".")[1]) != int(cluster.version.split(".")[1]) + 1:
        raise backend.invalid(f"Unsupported Kubernetes minor version update from {cluster.version} to {wanted}")
    cluster.version = wanted
    return updates.start(call, "VersionUpdate")


@after("eks", "DeleteCluster")
def forget(call: Call, answer: dict[str, Any]) -> None:
    kept = call.kind("cluster").pop(call.params["name"], None)
    if kept is not None:
        with LOCKS["ec2"]:
            _ec2(call).delete_security_group(group_id=kept["resourcesVpcConfig"]["clusterSecurityGroupId"])
    for kind in ("addon", "access entry", "access policy", "pod identity"):
        for key in [key for key in call.kind(kind) if key[0] == call.params["name"]]:
            del call.kind(kind)[key]
