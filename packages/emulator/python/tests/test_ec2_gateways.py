import pytest


@pytest.fixture
def ec2(aws):
    return aws("ec2")


@pytest.fixture
def vpc(ec2):
    name = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=name)
    return name, gateway


@pytest.fixture
def subnet(ec2, vpc):
    return ec2.create_subnet(VpcId=vpc[0], CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]


def test_a_vpc_has_one_internet_gateway(ec2, vpc, refused):
    second = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    with refused("InvalidParameterValue"):
        ec2.attach_internet_gateway(InternetGatewayId=second, VpcId=vpc[0])


def test_an_address_in_use_is_neither_released_nor_given_twice(ec2, vpc, subnet, refused):
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    gateway = ec2.create_nat_gateway(SubnetId=subnet, AllocationId=address)["NatGateway"]["NatGatewayId"]
    with refused("InvalidIPAddress.InUse"):
        ec2.release_address(AllocationId=address)
    with refused("Resource.AlreadyAssociated"):
        ec2.create_nat_gateway(SubnetId=subnet, AllocationId=address)
    with refused("DependencyViolation"):
        ec2.detach_internet_gateway(InternetGatewayId=vpc[1], VpcId=vpc[0])
    with refused("DependencyViolation"):
        ec2.delete_subnet(SubnetId=subnet)
    ec2.delete_nat_gateway(NatGatewayId=gateway)
    ec2.release_address(AllocationId=address)
    ec2.detach_internet_gateway(InternetGatewayId=vpc[1], VpcId=vpc[0])
    ec2.delete_subnet(SubnetId=subnet)


def test_a_subnet_has_one_route_table(ec2, vpc, subnet, refused):
    first, second = (ec2.create_route_table(VpcId=vpc[0])["RouteTable"]["RouteTableId"] for _ in range(2))
    association = ec2.associate_route_table(RouteTableId=first, SubnetId=subnet)["AssociationId"]
    with refused("Resource.AlreadyAssociated"):
        ec2.associate_route_table(RouteTableId=second, SubnetId=subnet)
    ec2.replace_route_table_association(AssociationId=association, RouteTableId=second)
    with refused("DependencyViolation"):
        ec2.delete_route_table(RouteTableId=second)
    ec2.delete_route_table(RouteTableId=first)


def test_monitoring_is_switched_and_a_volume_without_size_takes_its_snapshots(ec2, subnet):
    made = ec2.run_instances(
        ImageId="ami-12c6146b",
        MinCount=1,
        MaxCount=1,
        SubnetId=subnet,
        Monitoring={"Enabled": True},
        BlockDeviceMappings=[{"DeviceName": "/dev/sda1", "Ebs": {"VolumeType": "gp3"}}],
    )["Instances"][0]["InstanceId"]

    def state():
        return ec2.describe_instances(InstanceIds=[made])["Reservations"][0]["Instances"][0]["Monitoring"]["State"]

    assert state() == "enabled"
    ec2.unmonitor_instances(InstanceIds=[made])
    assert state() == "disabled"
    ec2.monitor_instances(InstanceIds=[made])
    assert state() == "enabled"
    volumes = ec2.describe_volumes(Filters=[{"Name": "attachment.instance-id", "Values": [made]}])["Volumes"]
    assert [volume["Size"] for volume in volumes] == [8]


def test_a_terminated_instance_leaves_its_subnet(ec2, subnet, refused):
    made = ec2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1, SubnetId=subnet)["Instances"][0]["InstanceId"]
    with refused("DependencyViolation"):
        ec2.delete_subnet(SubnetId=subnet)
    ec2.terminate_instances(InstanceIds=[made])
    ec2.delete_subnet(SubnetId=subnet)


def test_a_transit_gateways_attachment_is_tagged_and_seen_deleted(ec2, vpc, subnet):
    gateway = ec2.create_transit_gateway(Options={"DefaultRouteTableAssociation": "disable", "DefaultRouteTablePropagation": "disable"})
    gateway = gateway["TransitGateway"]["TransitGatewayId"]
    tags = [{"Key": "Name", "Value": "a"}]
    specification = [{"ResourceType": "transit-gateway-attachment", "Tags": tags}]
    made = ec2.create_transit_gateway_vpc_attachment(
        TransitGatewayId=gateway, VpcId=vpc[0], SubnetIds=[subnet], TagSpecifications=specification
    )["TransitGatewayVpcAttachment"]
    assert made["Tags"] == tags
    name = made["TransitGatewayAttachmentId"]
    table = ec2.create_transit_gateway_route_table(TransitGatewayId=gateway)["TransitGatewayRouteTable"]["TransitGatewayRouteTableId"]
    ec2.associate_transit_gateway_route_table(TransitGatewayRouteTableId=table, TransitGatewayAttachmentId=name)
    ec2.create_transit_gateway_route(DestinationCidrBlock="10.9.0.0/16", TransitGatewayRouteTableId=table, TransitGatewayAttachmentId=name)
    found = ec2.search_transit_gateway_routes(TransitGatewayRouteTableId=table, Filters=[{"Name": "type", "Values": ["static"]}])
    assert [route["TransitGatewayAttachments"][0]["TransitGatewayAttachmentId"] for route in found["Routes"]] == [name]
    ec2.disassociate_transit_gateway_route_table(TransitGatewayRouteTableId=table, TransitGatewayAttachmentId=name)
    ec2.delete_transit_gateway_vpc_attachment(TransitGatewayAttachmentId=name)
    after = ec2.describe_transit_gateway_vpc_attachments(TransitGatewayAttachmentIds=[name])["TransitGatewayVpcAttachments"]
    assert [attachment["State"] for attachment in after] == ["deleted"]
