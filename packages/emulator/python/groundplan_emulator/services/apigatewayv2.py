"""Tags of HTTP APIs' stages, which moto keeps with the stage and does not change; those of APIs and of links are moto's.

https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html
"""

from __future__ import annotations

from typing import Any

from ..call import AwsError, Call
from ..rules import stub


def _backend(call: Call) -> Any:
    from moto.apigatewayv2.models import apigatewayv2_backends

    return apigatewayv2_backends[call.account][call.region]


def _stage(call: Call) -> Any:
    """None where the ARN is of something else."""
    kind, api, *rest = [*call.params["ResourceArn"].partition("::/")[2].split("/"), ""]
    if kind != "apis" or rest[:1] != ["stages"]:
        return None
    standing = _backend(call).apis.get(api)
    stage = None if standing is None else standing.stages.get(rest[1])
    if stage is None:
        raise AwsError("NotFoundException", "Invalid Resource identifier specified", 404)
    return stage


@stub("apigatewayv2", "TagResource")
def tag(call: Call) -> None:
    stage = _stage(call)
    if stage is None:
        _backend(call).tag_resource(call.params["ResourceArn"], call.params.get("Tags") or {})
    else:
        stage.tags = {**(stage.tags or {}), **(call.params.get("Tags") or {})}


@stub("apigatewayv2", "UntagResource")
def untag(call: Call) -> None:
    stage, names = _stage(call), call.params["TagKeys"]
    if stage is None:
        _backend(call).untag_resource(call.params["ResourceArn"], names)
    else:
        stage.tags = {name: value for name, value in (stage.tags or {}).items() if name not in names}


@stub("apigatewayv2", "GetTags")
def get(call: Call) -> dict[str, Any]:
    stage = _stage(call)
    return {"Tags": _backend(call).get_tags(call.params["ResourceArn"]) if stage is None else stage.tags or {}}
