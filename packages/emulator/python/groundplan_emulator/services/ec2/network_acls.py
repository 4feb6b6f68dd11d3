"""Network ACLs: which error says that one is gone, by which a reader tells that from any other; the default one goes with its VPC.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpc.html
"""

from ...call import AwsError
from ...rules import after, before
from . import backend


@before("ec2", "DescribeNetworkAcls")
def refuse_unknown(call):
    for name in call.params.get("NetworkAclIds") or []:
        if name not in backend.of(call).network_acls:
            raise AwsError("InvalidNetworkAclID.NotFound", f"The networkAcl ID '{name}' does not exist")


@before("ec2", "ReplaceNetworkAclAssociation")
def refuse_unknown_association(call):
    name = call.params["AssociationId"]
    if not any(name in acl._associations for acl in list(backend.of(call).network_acls.values())):
        raise AwsError("InvalidAssociationID.NotFound", f"The association ID '{name}' does not exist")


@after("ec2", "DeleteVpc")
def delete_default(call, answer):
    acls = backend.of(call).network_acls
    for name in [acl.id for acl in acls.values() if acl.vpc_id == call.params["VpcId"]]:
        del acls[name]
