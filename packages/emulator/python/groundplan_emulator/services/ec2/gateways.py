"""Internet gateways, NAT gateways and Elastic IPs: what hangs on what.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachInternetGateway.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DetachInternetGateway.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteNatGateway.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReleaseAddress.html
"""

from ...call import AwsError
from ...rules import after, before
from . import backend


@before("ec2", "AttachInternetGateway")
def refuse_second(call):
    vpc, gateways = call.params["VpcId"], backend.of(call).internet_gateways.values()
    if any(gateway.vpc is not None and gateway.vpc.id == vpc for gateway in gateways):
        raise AwsError("InvalidParameterValue", f"Network {vpc} already has an internet gateway attached")


@before("ec2", "DetachInternetGateway")
def refuse_with_public_addresses(call):
    vpc = call.params["VpcId"]
    mapped = [address.eni for address in backend.of(call).addresses if address.eni is not None]
    # a public load balancer's addresses are AWS's own
    mapped += [eni for eni in backend.of(call).enis.values() if eni.requester_id == "amazon-elb" and eni.public_ip]
    if any(eni.subnet.vpc_id == vpc for eni in mapped):
        text = f"Network {vpc} has some mapped public address(es). Please unmap those public address(es) before detaching the gateway."
        raise AwsError("DependencyViolation", text)


@before("ec2", "CreateNatGateway")
def refuse_taken_address(call):
    name = call.params.get("AllocationId")
    address = next((address for address in backend.of(call).addresses if name and address.allocation_id == name), None)
    if address is not None and address.association_id is not None:
        raise AwsError("Resource.AlreadyAssociated", f"Elastic IP address [{name}] is already associated")


@after("ec2", "DeleteNatGateway")
def give_up_interface(call, answer):
    """A deleted gateway keeps neither interface nor address; moto's does."""
    ec2 = backend.of(call)
    interface = ec2.nat_gateways[call.params["NatGatewayId"]]._eni
    for address in ec2.addresses:
        if address.eni is interface:
            ec2.disassociate_address(association_id=address.association_id)
    ec2.enis.pop(interface.id, None)


@before("ec2", "ReleaseAddress")
def refuse_associated(call):
    name = call.params.get("AllocationId")
    address = next((address for address in backend.of(call).addresses if name and address.allocation_id == name), None)
    if address is not None and address.association_id is not None:
        raise AwsError("InvalidIPAddress.InUse", f"Address {address.public_ip} is in use.")
