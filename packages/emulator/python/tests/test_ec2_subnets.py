import pytest


@pytest.fixture
def ec2(aws):
    return aws("ec2")


@pytest.fixture
def vpc(ec2):
    name = ec2.create_vpc(CidrBlock="10.0.0.0/16", AmazonProvidedIpv6CidrBlock=True)["Vpc"]["VpcId"]
    return ec2.describe_vpcs(VpcIds=[name])["Vpcs"][0]


@pytest.fixture
def subnet(ec2, vpc):
    return ec2.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]


def shown(ec2, subnet):
    return ec2.describe_subnets(SubnetIds=[subnet])["Subnets"][0]


def test_a_subnet_outside_its_vpc_or_over_another_is_refused(ec2, vpc, subnet, refused):
    with refused("InvalidSubnet.Range"):
        ec2.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.1.0.0/24")
    with refused("InvalidSubnet.Conflict"):
        ec2.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.0.0.128/25")


def test_a_subnet_smaller_than_28_is_refused(ec2, vpc, refused):
    with refused("InvalidSubnet.Range"):
        ec2.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.0.9.0/29")


def test_a_block_is_taken_in_its_canonical_form(ec2, vpc):
    subnet = ec2.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.0.9.17/24")["Subnet"]
    assert subnet["CidrBlock"] == "10.0.9.0/24"
    assert ec2.create_vpc(CidrBlock="10.7.1.0/16")["Vpc"]["CidrBlock"] == "10.7.0.0/16"


def test_attributes_are_changed_one_at_a_time_and_shown(ec2, subnet, refused):
    for name, value in {
        "MapPublicIpOnLaunch": {"Value": True},
        "EnableDns64": {"Value": True},
        "PrivateDnsHostnameTypeOnLaunch": "resource-name",
        "EnableResourceNameDnsARecordOnLaunch": {"Value": True},
        "EnableResourceNameDnsAAAARecordOnLaunch": {"Value": True},
    }.items():
        ec2.modify_subnet_attribute(SubnetId=subnet, **{name: value})
    found = shown(ec2, subnet)
    assert found["MapPublicIpOnLaunch"] and found["EnableDns64"]
    assert found["PrivateDnsNameOptionsOnLaunch"] == {
        "HostnameType": "resource-name",
        "EnableResourceNameDnsARecord": True,
        "EnableResourceNameDnsAAAARecord": True,
    }
    ec2.modify_subnet_attribute(SubnetId=subnet, EnableDns64={"Value": False})
    assert not shown(ec2, subnet)["EnableDns64"]
    with refused("InvalidParameterCombination"):
        ec2.modify_subnet_attribute(SubnetId=subnet, MapPublicIpOnLaunch={"Value": True}, EnableDns64={"Value": True})


def test_an_ipv6_block_has_a_state_and_is_found_by_its_association(ec2, vpc, subnet, refused):
    with refused("InvalidParameterValue"):
        ec2.modify_subnet_attribute(SubnetId=subnet, AssignIpv6AddressOnCreation={"Value": True})
    block = vpc["Ipv6CidrBlockAssociationSet"][0]["Ipv6CidrBlock"].replace("/56", "/64")
    ec2.associate_subnet_cidr_block(SubnetId=subnet, Ipv6CidrBlock=block)
    association = shown(ec2, subnet)["Ipv6CidrBlockAssociationSet"][0]
    assert association["Ipv6CidrBlockState"] == {"State": "associated"}
    by_association = [{"Name": "ipv6-cidr-block-association.association-id", "Values": [association["AssociationId"]]}]
    assert [found["SubnetId"] for found in ec2.describe_subnets(Filters=by_association)["Subnets"]] == [subnet]
    ec2.modify_subnet_attribute(SubnetId=subnet, AssignIpv6AddressOnCreation={"Value": True})
    assert shown(ec2, subnet)["AssignIpv6AddressOnCreation"]


def test_a_subnet_in_use_stays_until_it_is_free(ec2, subnet, refused):
    interface = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]["NetworkInterfaceId"]
    with refused("DependencyViolation"):
        ec2.delete_subnet(SubnetId=subnet)
    ec2.delete_network_interface(NetworkInterfaceId=interface)
    ec2.delete_subnet(SubnetId=subnet)
    with refused("InvalidSubnetID.NotFound"):
        ec2.delete_subnet(SubnetId=subnet)
