import pytest


@pytest.fixture
def ec2(aws):
    return aws("ec2")


@pytest.fixture
def pool(ec2):
    ipam = ec2.create_ipam(OperatingRegions=[{"RegionName": "eu-west-1"}])["Ipam"]
    made = ec2.create_ipam_pool(IpamScopeId=ipam["PrivateDefaultScopeId"], AddressFamily="ipv4", Locale="eu-west-1")["IpamPool"][
        "IpamPoolId"
    ]
    ec2.provision_ipam_pool_cidr(IpamPoolId=made, Cidr="10.64.0.0/16")
    return made


def test_an_ipam_is_made_changed_and_removed_once_it_has_no_pools(ec2, refused):
    tags = [{"Key": "Name", "Value": "a"}]
    ipam = ec2.create_ipam(TagSpecifications=[{"ResourceType": "ipam", "Tags": tags}])["Ipam"]
    name = ipam["IpamId"]
    assert ipam["Tags"] == tags
    ec2.modify_ipam(IpamId=name, Description="b", AddOperatingRegions=[{"RegionName": "eu-central-1"}])
    found = ec2.describe_ipams(IpamIds=[name])["Ipams"][0]
    assert found["Description"] == "b"
    assert [region["RegionName"] for region in found["OperatingRegions"]] == ["eu-west-1", "eu-central-1"]
    scope = ipam["PrivateDefaultScopeId"]
    assert ec2.describe_ipam_scopes(IpamScopeIds=[scope])["IpamScopes"][0]["IsDefault"]
    pool = ec2.create_ipam_pool(IpamScopeId=scope, AddressFamily="ipv4")["IpamPool"]["IpamPoolId"]
    with refused("DependencyViolation"):
        ec2.delete_ipam(IpamId=name)
    ec2.delete_ipam_pool(IpamPoolId=pool)
    ec2.delete_ipam(IpamId=name)
    with refused("InvalidIpamId.NotFound"):
        ec2.describe_ipams(IpamIds=[name])


def test_vpcs_take_blocks_of_their_own_and_give_them_back(ec2, pool, refused):
    first, second = (ec2.create_vpc(Ipv4IpamPoolId=pool, Ipv4NetmaskLength=17)["Vpc"] for _ in range(2))
    assert (first["CidrBlock"], second["CidrBlock"]) == ("10.64.0.0/17", "10.64.128.0/17")
    with refused("InsufficientCidrBlocks"):
        ec2.create_vpc(Ipv4IpamPoolId=pool, Ipv4NetmaskLength=20)
    taken = ec2.get_ipam_pool_allocations(IpamPoolId=pool)["IpamPoolAllocations"]
    assert [allocation["ResourceId"] for allocation in taken] == [first["VpcId"], second["VpcId"]]
    with refused("DependencyViolation"):
        ec2.deprovision_ipam_pool_cidr(IpamPoolId=pool, Cidr="10.64.0.0/16")
    ec2.delete_vpc(VpcId=first["VpcId"])
    assert ec2.create_vpc(Ipv4IpamPoolId=pool, Ipv4NetmaskLength=20)["Vpc"]["CidrBlock"] == "10.64.0.0/20"


def test_a_pool_with_a_default_length_needs_no_other(ec2, pool):
    ec2.modify_ipam_pool(IpamPoolId=pool, AllocationDefaultNetmaskLength=24)
    assert ec2.describe_ipam_pools(IpamPoolIds=[pool])["IpamPools"][0]["AllocationDefaultNetmaskLength"] == 24
    assert ec2.create_vpc(Ipv4IpamPoolId=pool)["Vpc"]["CidrBlock"] == "10.64.0.0/24"


def test_a_block_outside_the_pool_is_refused(ec2, pool, refused):
    with refused("InsufficientCidrBlocks"):
        ec2.create_vpc(Ipv4IpamPoolId=pool, CidrBlock="10.65.0.0/20")
    with refused("InvalidIpamPoolId.NotFound"):
        ec2.create_vpc(Ipv4IpamPoolId="ipam-pool-0", Ipv4NetmaskLength=20)


def test_a_pool_goes_once_its_blocks_are_gone(ec2, pool, refused):
    with refused("DependencyViolation"):
        ec2.delete_ipam_pool(IpamPoolId=pool)
    ec2.deprovision_ipam_pool_cidr(IpamPoolId=pool, Cidr="10.64.0.0/16")
    assert ec2.get_ipam_pool_cidrs(IpamPoolId=pool)["IpamPoolCidrs"] == []
    ec2.delete_ipam_pool(IpamPoolId=pool)
