import pytest


@pytest.fixture
def ec2(aws):
    return aws("ec2")


@pytest.fixture
def elb(aws):
    return aws("elbv2")


def test_a_load_balancer_needs_two_zones_and_one_subnet_in_each(elb, network, refused):
    with refused("ValidationError"):
        elb.create_load_balancer(Name="web", Subnets=[network["a"]])
    with refused("InvalidConfigurationRequest"):
        elb.create_load_balancer(Name="web", Subnets=[network["a"], network["a2"]])
    with refused("SubnetNotFound"):
        elb.create_load_balancer(Name="web", Subnets=[network["a"], "subnet-00000000000000000"])


def test_a_public_load_balancer_needs_an_internet_gateway_in_its_vpc(ec2, elb, network, refused):
    ec2.detach_internet_gateway(InternetGatewayId=network["gateway"], VpcId=network["vpc"])
    with refused("InvalidSubnet"):
        elb.create_load_balancer(Name="web", Subnets=[network["a"], network["b"]])
    elb.create_load_balancer(Name="web", Scheme="internal", Subnets=[network["a"], network["b"]])


def test_names_are_checked_and_taken_once(elb, network, balancer, refused):
    subnets = [network["a"], network["b"]]
    with refused("DuplicateLoadBalancerName"):
        elb.create_load_balancer(Name="web", Subnets=subnets)
    for name in ("a" * 33, "-a", "internal-a", "a_b"):
        with refused("ValidationError"):
            elb.create_load_balancer(Name=name, Subnets=subnets)


def test_a_load_balancer_has_dns_name_zone_and_default_group_as_aws_gives_them(ec2, elb, network, balancer):
    assert balancer["DNSName"].startswith("web-") and balancer["DNSName"].endswith(".eu-west-1.elb.amazonaws.com")
    assert balancer["CanonicalHostedZoneId"] == "Z32O12XQLNTSW2"
    assert len(balancer["SecurityGroups"]) == 1
    internal = elb.create_load_balancer(Name="in", Scheme="internal", Subnets=[network["a"], network["b"]])["LoadBalancers"][0]
    assert internal["DNSName"].startswith("internal-in-")
    net = elb.create_load_balancer(Name="net", Type="network", Scheme="internal", Subnets=[network["a"]])["LoadBalancers"][0]
    assert ":loadbalancer/net/net/" in net["LoadBalancerArn"]
    shown = elb.describe_load_balancers(LoadBalancerArns=[net["LoadBalancerArn"]])["LoadBalancers"][0]
    assert shown["DNSName"] == net["DNSName"]


def test_dual_stack_needs_subnets_with_ipv6(elb, network, balancer, refused):
    with refused("ValidationError"):
        elb.set_ip_address_type(LoadBalancerArn=balancer["LoadBalancerArn"], IpAddressType="dualstack")


def test_a_security_group_of_another_vpc_is_refused_and_one_in_use_stays(ec2, elb, network, refused):
    other = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    stranger = ec2.create_security_group(GroupName="x", Description="x", VpcId=other)["GroupId"]
    own = ec2.create_security_group(GroupName="x", Description="x", VpcId=network["vpc"])["GroupId"]
    subnets = [network["a"], network["b"]]
    with refused("InvalidConfigurationRequest"):
        elb.create_load_balancer(Name="web", Subnets=subnets, SecurityGroups=[stranger])
    with refused("InvalidSecurityGroup"):
        elb.create_load_balancer(Name="web", Subnets=subnets, SecurityGroups=["sg-00000000000000000"])
    made = elb.create_load_balancer(Name="web", Subnets=subnets, SecurityGroups=[own])["LoadBalancers"][0]["LoadBalancerArn"]
    with refused("DependencyViolation"):
        ec2.delete_security_group(GroupId=own)
    with refused("DependencyViolation"):
        ec2.delete_subnet(SubnetId=network["a"])
    with refused("InvalidConfigurationRequest"):
        elb.set_security_groups(LoadBalancerArn=made, SecurityGroups=[stranger])
    elb.delete_load_balancer(LoadBalancerArn=made)
    ec2.delete_security_group(GroupId=own)
    ec2.delete_subnet(SubnetId=network["a"])


def test_a_load_balancer_that_moves_leaves_subnets_and_groups_behind(ec2, elb, network, refused):
    own = ec2.create_security_group(GroupName="x", Description="x", VpcId=network["vpc"])["GroupId"]
    next_ = ec2.create_security_group(GroupName="y", Description="y", VpcId=network["vpc"])["GroupId"]
    made = elb.create_load_balancer(Name="web", Subnets=[network["a"], network["b"]], SecurityGroups=[own])["LoadBalancers"][0]
    elb.set_security_groups(LoadBalancerArn=made["LoadBalancerArn"], SecurityGroups=[next_])
    ec2.delete_security_group(GroupId=own)
    elb.set_subnets(LoadBalancerArn=made["LoadBalancerArn"], Subnets=[network["a2"], network["b"]])
    ec2.delete_subnet(SubnetId=network["a"])
    with refused("DependencyViolation"):
        ec2.delete_subnet(SubnetId=network["b"])
    with refused("ValidationError"):
        elb.set_subnets(LoadBalancerArn=made["LoadBalancerArn"], Subnets=[network["b"]])


def test_an_internet_gateway_stays_while_a_public_load_balancer_stands(ec2, elb, network, balancer, refused):
    with refused("DependencyViolation"):
        ec2.detach_internet_gateway(InternetGatewayId=network["gateway"], VpcId=network["vpc"])
    elb.delete_load_balancer(LoadBalancerArn=balancer["LoadBalancerArn"])
    ec2.detach_internet_gateway(InternetGatewayId=network["gateway"], VpcId=network["vpc"])


def test_fifty_tags_fit(elb, balancer):
    tags = [{"Key": f"k{index}", "Value": "v"} for index in range(50)]
    elb.add_tags(ResourceArns=[balancer["LoadBalancerArn"]], Tags=tags)
    assert len(elb.describe_tags(ResourceArns=[balancer["LoadBalancerArn"]])["TagDescriptions"][0]["Tags"]) == 50
