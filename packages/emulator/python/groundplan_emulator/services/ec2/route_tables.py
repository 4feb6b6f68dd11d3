"""Route tables: a subnet has one.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateRouteTable.html
"""

from ...call import AwsError
from ...rules import before
from . import backend


@before("ec2", "AssociateRouteTable")
def refuse_second(call):
    subnet, wanted = call.params.get("SubnetId"), call.params["RouteTableId"]
    for table in backend.of(call).route_tables.values():
        if subnet and subnet in table._associations.values() and table.id != wanted:
            text = f"the specified association for route table {wanted} conflicts with an existing association"
            raise AwsError("Resource.AlreadyAssociated", text)
