import pytest

PRELOAD = {"ParameterName": "shared_preload_libraries", "ApplyMethod": "pending-reboot"}
SSL = {"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}


@pytest.fixture
def rds(aws):
    return aws("rds")


@pytest.fixture
def group(rds):
    rds.create_db_parameter_group(DBParameterGroupName="pg16", DBParameterGroupFamily="postgres16", Description="own")
    return "pg16"


def parameters(rds, group, **more):
    return {one["ParameterName"]: one for one in rds.describe_db_parameters(DBParameterGroupName=group, **more)["Parameters"]}


def test_parameters_are_set_shown_and_reset(rds, group):
    preload = {**PRELOAD, "ParameterValue": "pg_stat_statements,pgaudit"}
    rds.modify_db_parameter_group(DBParameterGroupName=group, Parameters=[SSL, preload])
    shown = parameters(rds, group)
    assert (shown["rds.force_ssl"]["ParameterValue"], shown["rds.force_ssl"]["Source"]) == ("1", "user")
    assert (shown["shared_buffers"]["ApplyType"], shown["shared_buffers"]["Source"]) == ("static", "engine-default")
    assert list(parameters(rds, group, Source="user")) == ["rds.force_ssl", "shared_preload_libraries"]
    rds.reset_db_parameter_group(DBParameterGroupName=group, Parameters=[{"ParameterName": "rds.force_ssl", "ApplyMethod": "immediate"}])
    assert list(parameters(rds, group, Source="user")) == ["shared_preload_libraries"]
    rds.reset_db_parameter_group(DBParameterGroupName=group, ResetAllParameters=True)
    assert parameters(rds, group, Source="user") == {}


REFUSED = [
    ({"ParameterName": "no_such_thing"}, "InvalidParameterValue"),
    ({"ParameterName": "shared_buffers", "ParameterValue": "100"}, "InvalidParameterCombination"),
    ({"ParameterName": "wal_level", "ApplyMethod": "pending-reboot"}, "InvalidParameterValue"),
    ({"ParameterValue": "2"}, "InvalidParameterValue"),
    ({**PRELOAD, "ParameterValue": "pgaudit,no_such_thing"}, "InvalidParameterValue"),
]


def test_a_parameter_is_of_the_family_and_fits_its_kind(rds, group, refused):
    for change, code in REFUSED:
        with refused(code):
            rds.modify_db_parameter_group(DBParameterGroupName=group, Parameters=[{**SSL, **change}])


def test_clusters_have_groups_of_their_own(rds, refused):
    rds.create_db_cluster_parameter_group(DBClusterParameterGroupName="a", DBParameterGroupFamily="aurora-postgresql16", Description="own")
    rds.create_db_parameter_group(DBParameterGroupName="a", DBParameterGroupFamily="aurora-postgresql16", Description="own")
    rds.modify_db_cluster_parameter_group(DBClusterParameterGroupName="a", Parameters=[SSL])
    shown = rds.describe_db_cluster_parameters(DBClusterParameterGroupName="a", Source="user")["Parameters"]
    assert [one["ParameterName"] for one in shown] == ["rds.force_ssl"]
    with refused("InvalidParameterValue"):
        rds.modify_db_parameter_group(DBParameterGroupName="a", Parameters=[SSL])
    rds.delete_db_cluster_parameter_group(DBClusterParameterGroupName="a")
    with refused("DBParameterGroupNotFound"):
        rds.describe_db_cluster_parameters(DBClusterParameterGroupName="a")


def test_a_family_must_be_known_and_a_name_free(rds, group, refused):
    with refused("InvalidParameterValue"):
        rds.create_db_parameter_group(DBParameterGroupName="x", DBParameterGroupFamily="postgres99", Description="own")
    with refused("DBParameterGroupAlreadyExists"):
        rds.create_db_parameter_group(DBParameterGroupName="PG16", DBParameterGroupFamily="postgres16", Description="own")
    with refused("InvalidParameterValue"):
        rds.create_db_parameter_group(DBParameterGroupName="a--b", DBParameterGroupFamily="postgres16", Description="own")


def test_a_subnet_group_covers_two_zones_of_one_vpc(aws, rds, network, refused):
    def make(*subnets):
        rds.create_db_subnet_group(DBSubnetGroupName="own", DBSubnetGroupDescription="own", SubnetIds=list(subnets))

    with refused("DBSubnetGroupDoesNotCoverEnoughAZs"):
        make(network["a"], network["a2"])
    other = aws("ec2").create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    stranger = aws("ec2").create_subnet(VpcId=other, CidrBlock="10.1.0.0/24", AvailabilityZone="eu-west-1b")["Subnet"]["SubnetId"]
    with refused("InvalidSubnet"):
        make(network["a"], stranger)
    make(network["a"], network["b"])
    with refused("DBSubnetGroupAlreadyExists"):
        make(network["a"], network["b"])
    rds.modify_db_subnet_group(DBSubnetGroupName="own", SubnetIds=[network["a2"], network["b"]])
    shown = rds.describe_db_subnet_groups(DBSubnetGroupName="own")["DBSubnetGroups"][0]
    assert [subnet["SubnetIdentifier"] for subnet in shown["Subnets"]] == [network["a2"], network["b"]]
    rds.delete_db_subnet_group(DBSubnetGroupName="own")


def test_an_option_group_is_of_a_version_and_its_options(rds, refused):
    group = {"OptionGroupName": "og", "EngineName": "postgres", "OptionGroupDescription": "own"}
    with refused("InvalidParameterCombination"):
        rds.create_option_group(**group, MajorEngineVersion="99")
    made = rds.create_option_group(**group, MajorEngineVersion="17")["OptionGroup"]
    assert made["MajorEngineVersion"] == "17"
    assert rds.describe_option_groups(OptionGroupName="og")["OptionGroupsList"][0]["MajorEngineVersion"] == "17"
    with refused("InvalidParameterCombination"):
        rds.modify_option_group(OptionGroupName="og", OptionsToInclude=[{"OptionName": "MARIADB_AUDIT_PLUGIN"}])
    rds.delete_option_group(OptionGroupName="og")
    with refused("OptionGroupNotFoundFault"):
        rds.delete_option_group(OptionGroupName="og")
