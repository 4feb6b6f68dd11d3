import pytest


@pytest.fixture
def ec2(aws):
    return aws("ec2")


@pytest.fixture
def vpc(ec2):
    return ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]


def group(ec2, vpc, name):
    return ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]


def test_names_that_aws_does_not_take_are_refused(ec2, vpc, refused):
    for name, code in {"sg-a": "InvalidParameterValue", "default": "InvalidGroup.Reserved", "über": "InvalidParameterValue"}.items():
        with refused(code):
            group(ec2, vpc, name)


def test_a_group_on_an_interface_stays(ec2, vpc, refused):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    used = group(ec2, vpc, "used")
    interface = ec2.create_network_interface(SubnetId=subnet, Groups=[used])["NetworkInterface"]["NetworkInterfaceId"]
    with refused("DependencyViolation"):
        ec2.delete_security_group(GroupId=used)
    ec2.delete_network_interface(NetworkInterfaceId=interface)
    ec2.delete_security_group(GroupId=used)


def test_a_group_that_another_names_stays(ec2, vpc, refused):
    named, other = group(ec2, vpc, "named"), group(ec2, vpc, "other")
    rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "UserIdGroupPairs": [{"GroupId": named, "Description": "to named"}]}
    ec2.authorize_security_group_egress(GroupId=other, IpPermissions=[rule])
    with refused("DependencyViolation"):
        ec2.delete_security_group(GroupId=named)
    rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [other]}])["SecurityGroupRules"]
    assert "to named" in [found.get("Description") for found in rules]
    ec2.revoke_security_group_egress(GroupId=other, IpPermissions=[rule])
    ec2.delete_security_group(GroupId=named)


def test_the_default_group_stays(ec2, vpc, refused):
    filters = [{"Name": "vpc-id", "Values": [vpc]}, {"Name": "group-name", "Values": ["default"]}]
    default = ec2.describe_security_groups(Filters=filters)["SecurityGroups"][0]["GroupId"]
    with refused("CannotDelete"):
        ec2.delete_security_group(GroupId=default)
