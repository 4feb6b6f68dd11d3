"""User pools: their tags, which moto sets with the pool alone, and a resource server's end, which it lacks.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TagResource.html
"""

from __future__ import annotations

from ..call import AwsError, Call
from ..rules import before, stub


@stub("cognito-idp", "DeleteResourceServer")
def delete_resource_server(call: Call) -> None:
    from moto.cognitoidp.models import cognitoidp_backends

    pool = cognitoidp_backends[call.account][call.region].user_pools.get(call.params["UserPoolId"])
    if pool is None:
        raise AwsError("ResourceNotFoundException", f"User pool {call.params['UserPoolId']} does not exist.")
    if pool.resource_servers.pop(call.params["Identifier"], None) is None:
        raise AwsError("ResourceNotFoundException", "Resource server not found.")


@before("cognito-idp", "UpdateUserPool")
def keep_tags(call: Call) -> None:
    """moto forgets those that a change does not repeat."""
    from moto.cognitoidp.models import cognitoidp_backends

    pool = cognitoidp_backends[call.account][call.region].user_pools.get(call.params["UserPoolId"])
    if pool is not None and call.params.get("UserPoolTags") is None:
        call.params["UserPoolTags"] = pool.extended_config.get("UserPoolTags") or {}


def _tags(call: Call) -> dict[str, str]:
    from moto.cognitoidp.models import cognitoidp_backends

    arn = call.params["ResourceArn"]
    pool = cognitoidp_backends[call.account][call.region].user_pools.get(arn.rpartition("/")[2])
    if pool is None:
        raise AwsError("ResourceNotFoundException", f"The resource {arn} does not exist.")
    tags: dict[str, str] = pool.extended_config.setdefault("UserPoolTags", {})
    return tags


@stub("cognito-idp", "TagResource")
def tag(call: Call) -> None:
    _tags(call).update(call.params["Tags"])


@stub("cognito-idp", "UntagResource")
def untag(call: Call) -> None:
    tags = _tags(call)
    for name in call.params["TagKeys"]:
        tags.pop(name, None)


@stub("cognito-idp", "ListTagsForResource")
def list_tags(call: Call) -> dict[str, dict[str, str]]:
    return {"Tags": _tags(call)}
