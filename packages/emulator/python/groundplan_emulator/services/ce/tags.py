"""Tags of monitors and subscriptions, kept where moto keeps those of cost categories.

https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_TagResource.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import before


def _backend(call: Call) -> Any:
    from moto.ce.models import ce_backends

    return ce_backends[call.account]["aws"]


def put(call: Call, arn: str) -> None:
    _backend(call).tag_resource(arn, call.params.get("ResourceTags") or [])


def drop(call: Call, arn: str) -> None:
    _backend(call).tagger.delete_all_tags_for_resource(arn)


@before("ce", "TagResource", "UntagResource", "ListTagsForResource")
def check_there(call: Call) -> None:
    arn = call.params["ResourceArn"]
    if not any(arn in known for known in (call.kind("monitor"), call.kind("subscription"), _backend(call).cost_categories)):
        raise AwsError("ResourceNotFoundException", f"{arn} was not found.")
