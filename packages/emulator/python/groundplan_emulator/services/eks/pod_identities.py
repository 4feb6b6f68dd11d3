"""Roles of pods, which moto lacks: one for a service account.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreatePodIdentityAssociation.html
https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html
"""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from ... import roles
from ...call import AwsError, Call
from ...rules import stub
from . import backend


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


def _key(call: Call) -> tuple[str, str]:
    return backend.cluster(call).name, call.params["associationId"]


def _existing(call: Call) -> dict[str, Any]:
    found = call.kind("pod identity").get(_key(call))
    if found is None:
        raise backend.missing(f"Association not found: {call.params['associationId']}")
    return found


def _check_role(call: Call, role: str) -> None:
    if roles.refuses(role, "pods.eks.amazonaws.com", backend.cluster(call).arn):
        call.refuse(backend.invalid(f"Trust policy of role {role} does not let pods.eks.amazonaws.com assume it."))


@stub("eks", "CreatePodIdentityAssociation")
def create(call: Call) -> dict[str, Any]:
    params, name = call.params, backend.cluster(call).name
    whose = {"namespace": params["namespace"], "serviceAccount": params["serviceAccount"]}
    for (cluster, _), one in call.kind("pod identity").items():
        if cluster == name and whose.items() <= one.items():
            raise AwsError("ResourceInUseException", f"Association already exists: {one['associationId']}", 409)
    _check_role(call, params["roleArn"])
    identity = f"a-{secrets.token_hex(9)[:17]}"
    call.kind("pod identity")[name, identity] = {
        **whose,
        "clusterName": name,
        "roleArn": params["roleArn"],
        "associationId": identity,
        "associationArn": call.arn(f"podidentityassociation/{name}/{identity}"),
        "createdAt": _now(),
        "modifiedAt": _now(),
        "tags": params.get("tags") or {},
        "disableSessionTags": bool(params.get("disableSessionTags")),
    }
    return {"association": call.kind("pod identity")[name, identity]}


@stub("eks", "DescribePodIdentityAssociation")
def describe(call: Call) -> dict[str, Any]:
    return {"association": _existing(call)}


@stub("eks", "UpdatePodIdentityAssociation")
def update(call: Call) -> dict[str, Any]:
    found = _existing(call)
    role = call.params.get("roleArn") or found["roleArn"]
    _check_role(call, role)
    found.update(roleArn=role, modifiedAt=_now())
    return {"association": found}


@stub("eks", "DeletePodIdentityAssociation")
def delete(call: Call) -> dict[str, Any]:
    found = _existing(call)
    del call.kind("pod identity")[_key(call)]
    return {"association": found}
