"""Access entries of a cluster and the policies associated with them, which moto lacks.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html
https://docs.aws.amazon.com/eks/latest/APIReference/API_AssociateAccessPolicy.html
https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html
"""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend

_POLICY = "arn:aws:eks::aws:cluster-access-policy/"


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


def _key(call: Call) -> tuple[str, str]:
    name = backend.cluster(call).name
    if call.kind("cluster")[name]["accessConfig"]["authenticationMode"] == "CONFIG_MAP":
        text = "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation."
        raise AwsError("InvalidRequestException", text)
    return name, call.params["principalArn"]


def _existing(call: Call) -> dict[str, Any]:
    found = call.kind("access entry").get(_key(call))
    if found is None:
        raise backend.missing(f"The specified principalArn could not be found: {call.params['principalArn']}")
    return found


@stub("eks", "CreateAccessEntry")
def create(call: Call) -> dict[str, Any]:
    params, key = call.params, _key(call)
    if key in call.kind("access entry"):
        raise AwsError("ResourceInUseException", "The specified access entry resource is already in use on this cluster.", 409)
    kind, groups = params.get("type") or "STANDARD", params.get("kubernetesGroups") or []
    if kind != "STANDARD" and groups:
        raise backend.invalid("The kubernetesGroups is not supported for an access entry of this type.")
    if any(group.startswith(("system:", "eks:", "aws:", "amazon:", "iam:")) for group in groups):
        raise backend.invalid("The kubernetes group name is invalid: it begins with a reserved prefix.")
    principal = key[1].split(":", 5)[5]
    call.kind("access entry")[key] = {
        "clusterName": key[0],
        "principalArn": key[1],
        "kubernetesGroups": groups,
        "accessEntryArn": call.arn(
            f"access-entry/{key[0]}/{principal.split('/')[0]}/{call.account}/{principal.split('/')[-1]}/{secrets.token_hex(18)}"
        ),
        "createdAt": _now(),
        "modifiedAt": _now(),
        "tags": params.get("tags") or {},
        "username": params.get("username") or key[1],
        "type": kind,
    }
    return {"accessEntry": call.kind("access entry")[key]}


@stub("eks", "DescribeAccessEntry")
def describe(call: Call) -> dict[str, Any]:
    return {"accessEntry": _existing(call)}


@stub("eks", "UpdateAccessEntry")
def update(call: Call) -> dict[str, Any]:
    found = _existing(call)
    changed = {name: call.params[name] for name in ("kubernetesGroups", "username") if call.params.get(name) is not None}
    found.update(**changed, modifiedAt=_now())
    return {"accessEntry": found}


@stub("eks", "DeleteAccessEntry")
def delete(call: Call) -> None:
    _existing(call)
    del call.kind("access entry")[_key(call)]
    call.kind("access policy").pop(_key(call), None)


def _policies(call: Call) -> dict[str, dict[str, Any]]:
    _existing(call)
    found: dict[str, dict[str, Any]] = call.kind("access policy").setdefault(_key(call), {})
    return found


@stub("eks", "AssociateAccessPolicy")
def associate(call: Call) -> dict[str, Any]:
    params, kept = call.params, _policies(call)
    if not params["policyArn"].startswith(_POLICY):
        raise backend.invalid(f"The policyArn parameter format is not valid: {params['policyArn']}")
    scope = params["accessScope"]
    if (scope["type"] == "namespace") != bool(scope.get("namespaces")):
        raise backend.invalid("Namespaces are needed for the scope namespace, and for no other.")
    kept[params["policyArn"]] = {"policyArn": params["policyArn"], "accessScope": scope, "associatedAt": _now(), "modifiedAt": _now()}
    whose = {"clusterName": params["clusterName"], "principalArn": params["principalArn"]}
    return {**whose, "associatedAccessPolicy": kept[params["policyArn"]]}


@stub("eks", "ListAssociatedAccessPolicies")
def list_policies(call: Call) -> dict[str, Any]:
    whose = {"clusterName": call.params["clusterName"], "principalArn": call.params["principalArn"]}
    return {**whose, "associatedAccessPolicies": list(_policies(call).values())}


@stub("eks", "DisassociateAccessPolicy")
def disassociate(call: Call) -> None:
    if _policies(call).pop(call.params["policyArn"], None) is None:
        raise backend.missing(f"No associated access policy {call.params['policyArn']} was found.")
