import pytest


@pytest.fixture
def ec2(aws):
    return aws("ec2")


def test_block_public_access_of_a_region(ec2, refused):
    def options():
        return ec2.describe_vpc_block_public_access_options()["VpcBlockPublicAccessOptions"]

    assert (options()["State"], options()["InternetGatewayBlockMode"]) == ("default-state", "off")
    ec2.modify_vpc_block_public_access_options(InternetGatewayBlockMode="block-ingress")
    assert (options()["State"], options()["InternetGatewayBlockMode"]) == ("update-complete", "block-ingress")
    with refused("InvalidParameterValue"):
        ec2.modify_vpc_block_public_access_options(InternetGatewayBlockMode="all")


def test_an_exclusion_is_made_changed_and_removed(ec2, refused):
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    wanted = {"VpcId": vpc, "InternetGatewayExclusionMode": "allow-egress"}
    tags = [{"Key": "Name", "Value": "a"}]
    name = ec2.create_vpc_block_public_access_exclusion(
        **wanted, TagSpecifications=[{"ResourceType": "vpc-block-public-access-exclusion", "Tags": tags}]
    )["VpcBlockPublicAccessExclusion"]["ExclusionId"]

    def shown():
        return ec2.describe_vpc_block_public_access_exclusions(ExclusionIds=[name])["VpcBlockPublicAccessExclusions"][0]

    assert shown()["ResourceArn"].endswith(f":vpc/{vpc}") and shown()["Tags"] == tags
    with refused("VpcBlockPublicAccessExclusionAlreadyExists"):
        ec2.create_vpc_block_public_access_exclusion(**wanted)
    ec2.modify_vpc_block_public_access_exclusion(ExclusionId=name, InternetGatewayExclusionMode="allow-bidirectional")
    assert shown()["InternetGatewayExclusionMode"] == "allow-bidirectional"
    ec2.create_tags(Resources=[name], Tags=[{"Key": "Name", "Value": "b"}])
    assert shown()["Tags"] == [{"Key": "Name", "Value": "b"}]
    ec2.delete_vpc_block_public_access_exclusion(ExclusionId=name)
    with refused("InvalidVpcBlockPublicAccessExclusionId.NotFound"):
        shown()


def test_an_exclusion_needs_one_resource_that_stands(ec2, refused):
    mode = {"InternetGatewayExclusionMode": "allow-egress"}
    with refused("InvalidParameterCombination"):
        ec2.create_vpc_block_public_access_exclusion(**mode)
    with refused("InvalidVpcID.NotFound"):
        ec2.create_vpc_block_public_access_exclusion(VpcId="vpc-0", **mode)
    with refused("InvalidSubnetID.NotFound"):
        ec2.create_vpc_block_public_access_exclusion(SubnetId="subnet-0", **mode)


def test_settings_of_a_region_are_switched_and_switched_back(ec2, aws):
    ec2.enable_serial_console_access()
    assert ec2.get_serial_console_access_status()["SerialConsoleAccessEnabled"]
    assert not aws("ec2", "eu-central-1").get_serial_console_access_status()["SerialConsoleAccessEnabled"]
    ec2.disable_serial_console_access()
    assert not ec2.get_serial_console_access_status()["SerialConsoleAccessEnabled"]
    ec2.enable_image_block_public_access(ImageBlockPublicAccessState="block-new-sharing")
    assert ec2.get_image_block_public_access_state()["ImageBlockPublicAccessState"] == "block-new-sharing"
    ec2.disable_image_block_public_access()
    assert ec2.get_image_block_public_access_state()["ImageBlockPublicAccessState"] == "unblocked"
    ec2.enable_snapshot_block_public_access(State="block-all-sharing")
    assert ec2.get_snapshot_block_public_access_state()["State"] == "block-all-sharing"
    ec2.disable_snapshot_block_public_access()
    assert ec2.get_snapshot_block_public_access_state()["State"] == "unblocked"


def test_defaults_of_the_metadata_service_are_set_and_given_up(ec2):
    ec2.modify_instance_metadata_defaults(HttpTokens="required", HttpPutResponseHopLimit=2)
    assert ec2.get_instance_metadata_defaults()["AccountLevel"] == {"HttpTokens": "required", "HttpPutResponseHopLimit": 2}
    ec2.modify_instance_metadata_defaults(HttpTokens="no-preference", HttpPutResponseHopLimit=-1)
    assert ec2.get_instance_metadata_defaults().get("AccountLevel", {}) == {}


def test_the_default_key_of_volumes_is_set_and_reset(ec2, account):
    own = f"arn:aws:kms:eu-west-1:{account}:alias/aws/ebs"
    assert ec2.get_ebs_default_kms_key_id()["KmsKeyId"] == own
    assert ec2.modify_ebs_default_kms_key_id(KmsKeyId="alias/mine")["KmsKeyId"] == "alias/mine"
    assert ec2.get_ebs_default_kms_key_id()["KmsKeyId"] == "alias/mine"
    assert ec2.reset_ebs_default_kms_key_id()["KmsKeyId"] == own


def test_a_region_has_dhcp_options_that_vpcs_begin_with(ec2):
    by_name = [{"Name": "key", "Values": ["domain-name"]}, {"Name": "value", "Values": ["eu-west-1.compute.internal"]}]
    default = ec2.describe_dhcp_options(Filters=by_name)["DhcpOptions"][0]["DhcpOptionsId"]
    assert ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["DhcpOptionsId"] == default
