"""Add-ons, which moto lacks: the first look at one shows it on its way in, or out.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html
https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateAddon.html
https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
"""

from __future__ import annotations

import datetime
import json
import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend, updates

#: the version that one gets without asking
_VERSIONS = {
    "amazon-cloudwatch-observability": "v4.1.0-eksbuild.1",
    "aws-ebs-csi-driver": "v1.44.0-eksbuild.1",
    "aws-efs-csi-driver": "v2.1.8-eksbuild.1",
    "coredns": "v1.12.1-eksbuild.2",
    "eks-pod-identity-agent": "v1.3.7-eksbuild.2",
    "kube-proxy": "v1.33.0-eksbuild.2",
    "metrics-server": "v0.7.2-eksbuild.4",
    "vpc-cni": "v1.19.5-eksbuild.1",
}
_PASSING = {"CREATING": "ACTIVE", "UPDATING": "ACTIVE"}


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


def _key(call: Call) -> tuple[str, str]:
    return backend.cluster(call).name, call.params["addonName"]


def _existing(call: Call) -> dict[str, Any]:
    found = call.kind("addon").get(_key(call))
    if found is None:
        raise backend.missing(f"No addon: {call.params['addonName']} found in cluster: {call.params['clusterName']}")
    return found


def _check_values(call: Call) -> None:
    values = call.params.get("configurationValues")
    try:
        valid = values is None or isinstance(json.loads(values or "{}"), dict)
    except ValueError:
        valid = False
    if not valid:
        raise backend.invalid("ConfigurationValue provided in request is not supported: it is no JSON object.")


@stub("eks", "CreateAddon")
def create(call: Call) -> dict[str, Any]:
    params, key = call.params, _key(call)
    if key in call.kind("addon"):
        raise AwsError("ResourceInUseException", f"Addon already exists: {key[1]}", 409)
    if key[1] not in _VERSIONS:
        raise backend.invalid(f"Addon {key[1]} specified is not supported")
    _check_values(call)
    kept = ("serviceAccountRoleArn", "configurationValues")
    call.kind("addon")[key] = {
        "addonName": key[1],
        "clusterName": key[0],
        "status": "CREATING",
        "addonVersion": params.get("addonVersion") or _VERSIONS[key[1]],
        "addonArn": call.arn(f"addon/{key[0]}/{key[1]}/{uuid.uuid4()}"),
        "health": {"issues": []},
        "createdAt": _now(),
        "modifiedAt": _now(),
        "tags": params.get("tags") or {},
        **{name: params[name] for name in kept if params.get(name)},
    }
    return {"addon": call.kind("addon")[key]}


@stub("eks", "DescribeAddon")
def describe(call: Call) -> dict[str, Any]:
    found = _existing(call)
    shown = dict(found)
    if found["status"] == "DELETING":
        del call.kind("addon")[_key(call)]
    found["status"] = _PASSING.get(found["status"], found["status"])
    return {"addon": shown}


@stub("eks", "UpdateAddon")
def update(call: Call) -> dict[str, Any]:
    found, params = _existing(call), call.params
    _check_values(call)
    for name in ("addonVersion", "serviceAccountRoleArn", "configurationValues"):
        if params.get(name) is not None:
            found[name] = params[name]
    found.update(status="UPDATING", modifiedAt=_now())
    return updates.start(call, "AddonUpdate")


@stub("eks", "ListAddons")
def list_addons(call: Call) -> dict[str, Any]:
    name = backend.cluster(call).name
    return {"addons": [addon for cluster, addon in call.kind("addon") if cluster == name]}


@stub("eks", "DeleteAddon")
def delete(call: Call) -> dict[str, Any]:
    _existing(call)["status"] = "DELETING"
    return {"addon": _existing(call)}
