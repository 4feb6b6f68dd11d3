"""The organization's one policy that lets members act, which moto lacks.

https://docs.aws.amazon.com/organizations/latest/APIReference/API_PutResourcePolicy.html
"""

from __future__ import annotations

import secrets
import string
from typing import Any

from ...call import AwsError, Call
from ...documents import statements
from ...rules import after, stub
from . import backend


def _kept(call: Call) -> dict[str, Any]:
    return call.kind("resource policy")


@stub("organizations", "PutResourcePolicy")
def put(call: Call) -> dict[str, Any]:
    found = statements(call.params["Content"])
    if not found or any("Principal" not in statement for statement in found):
        raise AwsError("InvalidInputException", "The resource policy needs statements, each with a principal.")
    organization = backend.of(call).org
    name = "rp-" + "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(8))
    arn = call.arn(f"resourcepolicy/{organization.id}/{name}", region="")
    tags = {tag["Key"]: tag["Value"] for tag in call.params.get("Tags") or []}
    kept = _kept(call).setdefault("policy", {"ResourcePolicySummary": {"Id": name, "Arn": arn}, "tags": tags})
    kept["Content"] = call.params["Content"]
    return {"ResourcePolicy": _shown(kept)}


def _shown(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: kept[name] for name in ("ResourcePolicySummary", "Content")}


def _existing(call: Call) -> dict[str, Any]:
    backend.of(call)
    if "policy" not in _kept(call):
        raise AwsError("ResourcePolicyNotFoundException", "We can't find a resource policy request with the parameter that you specified.")
    found: dict[str, Any] = _kept(call)["policy"]
    return found


@stub("organizations", "DescribeResourcePolicy")
def describe(call: Call) -> dict[str, Any]:
    return {"ResourcePolicy": _shown(_existing(call))}


@stub("organizations", "DeleteResourcePolicy")
def delete(call: Call) -> None:
    _existing(call)
    _kept(call).clear()


@after("organizations", "DeleteOrganization")
def forget(call: Call, answer: dict[str, Any]) -> None:
    _kept(call).clear()
