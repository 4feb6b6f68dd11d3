"""Tags: those of a resource policy are ours, all others moto's.

https://docs.aws.amazon.com/organizations/latest/APIReference/API_TagResource.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend


def _own(call: Call) -> dict[str, str] | None:
    name = call.params["ResourceId"]
    kept = call.kind("resource policy").get("policy")
    if kept is not None and kept["ResourcePolicySummary"]["Id"] == name:
        tags: dict[str, str] = kept["tags"]
        return tags
    if backend.target(call, name) is None and all(policy.id != name for policy in backend.of(call).policies):
        raise AwsError("TargetNotFoundException", "We can't find a root, OU, account, or policy with the TargetId that you specified.")
    return None


@stub("organizations", "TagResource")
def tag(call: Call) -> None:
    own = _own(call)
    if own is None:
        backend.of(call).tag_resource(**call.params)
    else:
        own.update({tag["Key"]: tag["Value"] for tag in call.params["Tags"]})


@stub("organizations", "UntagResource")
def untag(call: Call) -> None:
    own = _own(call)
    if own is None:
        backend.of(call).untag_resource(**call.params)
    else:
        for key in call.params["TagKeys"]:
            own.pop(key, None)


@stub("organizations", "ListTagsForResource")
def list_tags(call: Call) -> dict[str, Any]:
    own = _own(call)
    if own is None:
        found: dict[str, Any] = backend.of(call).list_tags_for_resource(**call.params)
        return found
    return {"Tags": [{"Key": key, "Value": value} for key, value in own.items()]}
