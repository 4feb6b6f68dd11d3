"""Tags of distributions, functions and stores.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TagResource.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/tagging.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend

_MOST = 50


def put(call: Call, arn: str, given: list[dict[str, Any]]) -> None:
    kept = backend.kept(call.account, "tags").setdefault(arn, {})
    whole = {**kept, **{tag["Key"]: tag.get("Value") or "" for tag in given}}
    if any(name.lower().startswith("aws:") for name in whole) or len(whole) > _MOST:
        raise AwsError("InvalidTagging", f"The tagging specified is not valid: at most {_MOST} tags, none of them aws:…")
    kept.update(whole)


def forget(call: Call, arn: str) -> None:
    backend.kept(call.account, "tags").pop(arn, None)


def _existing(call: Call) -> dict[str, str]:
    kept = backend.kept(call.account, "tags").get(call.params["Resource"])
    if kept is None:
        raise AwsError("NoSuchResource", "A resource that was specified is not valid.", 404)
    return kept


@stub("cloudfront", "TagResource")
def tag(call: Call) -> None:
    _existing(call)
    put(call, call.params["Resource"], backend.items(call.params["Tags"]))


@stub("cloudfront", "UntagResource")
def untag(call: Call) -> None:
    kept = _existing(call)
    for name in backend.items(call.params["TagKeys"]):
        kept.pop(name, None)


@stub("cloudfront", "ListTagsForResource")
def listing(call: Call) -> dict[str, Any]:
    return {"Tags": {"Items": [{"Key": name, "Value": value} for name, value in _existing(call).items()]}}
