"""User pools: a resource server's end, which moto lacks.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html
"""

from __future__ import annotations

from ..call import AwsError, Call
from ..rules import stub


@stub("cognito-idp", "DeleteResourceServer")
def delete_resource_server(call: Call) -> None:
    from moto.cognitoidp.models import cognitoidp_backends

    pool = cognitoidp_backends[call.account][call.region].user_pools.get(call.params["UserPoolId"])
    if pool is None:
        raise AwsError("ResourceNotFoundException", f"User pool {call.params['UserPoolId']} does not exist.")
    if pool.resource_servers.pop(call.params["Identifier"], None) is None:
        raise AwsError("ResourceNotFoundException", "Resource server not found.")
