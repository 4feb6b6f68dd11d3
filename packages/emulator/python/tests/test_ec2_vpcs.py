import json

import pytest


@pytest.fixture
def ec2(aws):
    return aws("ec2")


@pytest.fixture
def vpc(ec2):
    return ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]


def test_a_second_block_that_overlaps_is_refused_and_a_sixth_too(ec2, vpc, refused):
    with refused("InvalidVpc.Range"):
        ec2.associate_vpc_cidr_block(VpcId=vpc, CidrBlock="10.0.128.0/20")
    for third in range(1, 5):
        ec2.associate_vpc_cidr_block(VpcId=vpc, CidrBlock=f"10.{third}.0.0/16")
    with refused("CidrLimitExceeded"):
        ec2.associate_vpc_cidr_block(VpcId=vpc, CidrBlock="10.9.0.0/16")


def test_a_vpc_with_anything_in_it_stays(ec2, vpc, refused):
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    with refused("DependencyViolation"):
        ec2.delete_vpc(VpcId=vpc)
    ec2.detach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    group = ec2.create_security_group(GroupName="a", Description="a", VpcId=vpc)["GroupId"]
    with refused("DependencyViolation"):
        ec2.delete_vpc(VpcId=vpc)
    ec2.delete_security_group(GroupId=group)
    acl = ec2.create_network_acl(VpcId=vpc)["NetworkAcl"]["NetworkAclId"]
    with refused("DependencyViolation"):
        ec2.delete_vpc(VpcId=vpc)
    ec2.delete_network_acl(NetworkAclId=acl)
    endpoint = ec2.create_vpc_endpoint(VpcId=vpc, ServiceName="com.amazonaws.eu-west-1.s3")["VpcEndpoint"]["VpcEndpointId"]
    with refused("DependencyViolation"):
        ec2.delete_vpc(VpcId=vpc)
    ec2.delete_vpc_endpoints(VpcEndpointIds=[endpoint])
    ec2.delete_vpc(VpcId=vpc)


def test_peering_of_overlapping_vpcs_fails(ec2, vpc):
    def peer(cidr):
        other = ec2.create_vpc(CidrBlock=cidr)["Vpc"]["VpcId"]
        return ec2.create_vpc_peering_connection(VpcId=vpc, PeerVpcId=other)["VpcPeeringConnection"]["VpcPeeringConnectionId"]

    def status(name):
        found = ec2.describe_vpc_peering_connections(VpcPeeringConnectionIds=[name])
        return found["VpcPeeringConnections"][0]["Status"]["Code"]

    assert status(peer("10.0.64.0/20")) == "failed"
    assert status(peer("10.1.0.0/16")) == "pending-acceptance"


def test_private_names_of_an_endpoint_need_dns_and_no_other_of_the_kind(ec2, vpc, refused):
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]
    wanted = {"VpcId": vpc, "ServiceName": "com.amazonaws.eu-west-1.kms", "VpcEndpointType": "Interface", "SubnetIds": [subnet]}
    with refused("InvalidParameter"):
        ec2.create_vpc_endpoint(**wanted, PrivateDnsEnabled=True)
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    ec2.create_vpc_endpoint(**wanted, PrivateDnsEnabled=True)
    with refused("InvalidParameter"):
        ec2.create_vpc_endpoint(**wanted, PrivateDnsEnabled=True)
    ec2.create_vpc_endpoint(**wanted, PrivateDnsEnabled=False)


def test_dhcp_options_keep_the_tags_of_their_creation(ec2):
    tags = [{"Key": "Name", "Value": "dhcp"}]
    made = ec2.create_dhcp_options(
        DhcpConfigurations=[{"Key": "domain-name", "Values": ["example.com"]}],
        TagSpecifications=[{"ResourceType": "dhcp-options", "Tags": tags}],
    )["DhcpOptions"]
    assert made["Tags"] == tags
    assert ec2.describe_dhcp_options(DhcpOptionsIds=[made["DhcpOptionsId"]])["DhcpOptions"][0]["Tags"] == tags


def test_flow_logs_keep_how_their_files_lie(ec2, aws, vpc):
    aws("s3", "us-east-1").create_bucket(Bucket=f"flow-{vpc}")
    options = {"FileFormat": "parquet", "HiveCompatiblePartitions": True, "PerHourPartition": True}
    made = ec2.create_flow_logs(
        ResourceIds=[vpc],
        ResourceType="VPC",
        TrafficType="ALL",
        LogDestinationType="s3",
        LogDestination=f"arn:aws:s3:::flow-{vpc}",
        DestinationOptions=options,
    )["FlowLogIds"]
    assert ec2.describe_flow_logs(FlowLogIds=made)["FlowLogs"][0]["DestinationOptions"] == options
    ec2.delete_flow_logs(FlowLogIds=made)
    assert ec2.describe_flow_logs(FlowLogIds=made)["FlowLogs"] == []


def to_bucket(ec2, vpc, destination):
    return ec2.create_flow_logs(
        ResourceIds=[vpc], ResourceType="VPC", TrafficType="ALL", LogDestinationType="s3", LogDestination=destination
    )


def test_flow_logs_go_to_a_folder_of_a_bucket_once_each(ec2, aws, vpc, refused):
    aws("s3", "us-east-1").create_bucket(Bucket=f"folders-{vpc}")
    destination = f"arn:aws:s3:::folders-{vpc}/shop/flow-logs/"
    made = to_bucket(ec2, vpc, destination)["FlowLogIds"]
    assert ec2.describe_flow_logs(FlowLogIds=made)["FlowLogs"][0]["LogDestination"] == destination
    with refused("FlowLogAlreadyExists"):
        to_bucket(ec2, vpc, destination)
    with refused("InvalidParameter"):
        to_bucket(ec2, vpc, f"arn:aws:s3:::folders-{vpc}/AWSLogs/")
    assert to_bucket(ec2, vpc, "arn:aws:s3:::folders-of-nobody/x/")["Unsuccessful"]


def test_flow_logs_go_to_another_accounts_bucket_where_its_policy_lets_them(ec2, aws_of, account, vpc, refused):
    s3, name = aws_of("222222222222")("s3", "us-east-1"), f"archive-{vpc}"
    s3.create_bucket(Bucket=name)
    with refused("InvalidParameter"):
        to_bucket(ec2, vpc, f"arn:aws:s3:::{name}/shop/")
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "delivery.logs.amazonaws.com"},
        "Action": "s3:PutObject",
        "Resource": f"arn:aws:s3:::{name}/*",
        "Condition": {"StringEquals": {"aws:SourceAccount": account}, "ArnLike": {"aws:SourceArn": f"arn:aws:logs:*:{account}:*"}},
    }
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    assert to_bucket(ec2, vpc, f"arn:aws:s3:::{name}/shop/")["FlowLogIds"]
