"""Network ACLs: which error says that one is gone, by which a reader tells that from any other.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
"""

from ...call import AwsError
from ...rules import before
from . import backend


@before("ec2", "DescribeNetworkAcls")
def refuse_unknown(call):
    for name in call.params.get("NetworkAclIds") or []:
        if name not in backend.of(call).network_acls:
            raise AwsError("InvalidNetworkAclID.NotFound", f"The networkAcl ID '{name}' does not exist")
