"""Tags of detectors, which moto keeps, and of all else, which it does not.

https://docs.aws.amazon.com/guardduty/latest/APIReference/API_TagResource.html
"""

from __future__ import annotations

from ...call import Call
from ...rules import stub
from .detectors import backend


def of(call: Call, arn: str) -> dict[str, str]:
    """The very dictionary."""
    detector = backend(call).detectors.get(arn.split("/")[-1]) if arn.count("/") == 1 else None
    found: dict[str, str] = detector.tags if detector is not None else call.kind("tags").setdefault(arn, {})
    return found


def put(call: Call, arn: str, tags: dict[str, str]) -> None:
    call.kind("tags")[arn] = dict(tags)


def drop(call: Call, arn: str) -> None:
    call.kind("tags").pop(arn, None)


@stub("guardduty", "TagResource")
def tag(call: Call) -> None:
    of(call, call.params["ResourceArn"]).update(call.params["Tags"])


@stub("guardduty", "UntagResource")
def untag(call: Call) -> None:
    for name in call.params["TagKeys"]:
        of(call, call.params["ResourceArn"]).pop(name, None)


@stub("guardduty", "ListTagsForResource")
def list_tags(call: Call) -> dict[str, dict[str, str]]:
    return {"Tags": dict(of(call, call.params["ResourceArn"]))}
