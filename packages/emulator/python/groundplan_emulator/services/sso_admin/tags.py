"""Tags of permission sets, which moto lacks.

https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_TagResource.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import after, stub


def _of(call: Call) -> dict[str, str]:
    found: dict[str, str] = call.kind("tags").setdefault(call.params["ResourceArn"], {})
    return found


@after("sso-admin", "CreatePermissionSet")
def keep(call: Call, answer: dict[str, Any]) -> None:
    given = {tag["Key"]: tag["Value"] for tag in call.params.get("Tags") or []}
    call.kind("tags")[answer["PermissionSet"]["PermissionSetArn"]] = given


@stub("sso-admin", "TagResource")
def tag(call: Call) -> None:
    _of(call).update({tag["Key"]: tag["Value"] for tag in call.params["Tags"]})


@stub("sso-admin", "UntagResource")
def untag(call: Call) -> None:
    for name in call.params["TagKeys"]:
        _of(call).pop(name, None)


@stub("sso-admin", "ListTagsForResource")
def list_tags(call: Call) -> dict[str, Any]:
    return {"Tags": [{"Key": key, "Value": value} for key, value in _of(call).items()]}
