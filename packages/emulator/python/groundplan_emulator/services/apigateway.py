"""Tags of API Gateway's REST side, which moto knows of stages alone.

https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html
https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-supported-resources.html
"""

from __future__ import annotations

from typing import Any

from ..call import AwsError, Call
from ..rules import stub

#: by the first part of an ARN's path, where moto keeps them
_KEPT = {
    "apikeys": "keys",
    "domainnames": "domain_names",
    "restapis": "apis",
    "usageplans": "usage_plans",
    "vpclinks": "vpc_links",
}


def _tags(call: Call) -> dict[str, str]:
    from moto.apigateway.models import apigateway_backends

    kind, name, *rest = [*call.params["resourceArn"].partition("::/")[2].split("/"), ""]
    if kind not in _KEPT:
        raise NotImplementedError(f"tags of {kind}")
    found: Any = getattr(apigateway_backends[call.account][call.region], _KEPT[kind]).get(name)
    if found is not None and rest[:1] == ["stages"]:
        found = found.stages.get(rest[1])
    if found is None:
        raise AwsError("NotFoundException", "Invalid Resource identifier specified", 404)
    found.tags = found.tags or {}
    tags: dict[str, str] = found.tags
    return tags


@stub("apigateway", "TagResource")
def tag(call: Call) -> None:
    _tags(call).update(call.params["tags"])


@stub("apigateway", "UntagResource")
def untag(call: Call) -> None:
    tags = _tags(call)
    for name in call.params["tagKeys"]:
        tags.pop(name, None)


@stub("apigateway", "GetTags")
def get(call: Call) -> dict[str, Any]:
    return {"tags": _tags(call)}
