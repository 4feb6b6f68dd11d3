"""User pools: tags that outlive a change, and a resource server's end, which moto lacks.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html
https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
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
