import pytest

AURORA = {"Engine": "aurora-postgresql", "EngineVersion": "16.4", "DBSubnetGroupName": "own"}
MASTER = {"MasterUsername": "app", "MasterUserPassword": "correct-horse"}


@pytest.fixture
def places(aws):
    """RDS in two regions, each with a subnet group."""

    def place(region):
        ec2, rds = aws("ec2", region), aws("rds", region)
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnets = [
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{index}.0/24", AvailabilityZone=f"{region}{zone}")["Subnet"]["SubnetId"]
            for index, zone in enumerate("ab")
        ]
        rds.create_db_subnet_group(DBSubnetGroupName="own", DBSubnetGroupDescription="own", SubnetIds=subnets)
        return rds

    return place("eu-west-1"), place("eu-central-1")


def available(rds, name):
    while rds.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]["Status"] != "available":
        pass


def test_a_global_cluster_has_a_primary_and_secondaries(places, refused):
    near, far = places
    near.create_global_cluster(GlobalClusterIdentifier="all", Engine="aurora-postgresql", EngineVersion="16.4", DeletionProtection=True)
    with refused("GlobalClusterAlreadyExistsFault"):
        far.create_global_cluster(GlobalClusterIdentifier="all", Engine="aurora-postgresql")
    joins = {**AURORA, "GlobalClusterIdentifier": "all"}
    for wrong, code in (
        ({**MASTER, "EngineVersion": "16.9"}, "InvalidParameterValue"),
        ({**MASTER, "GlobalClusterIdentifier": "none"}, "GlobalClusterNotFoundFault"),
        ({"MasterUsername": "app", "ManageMasterUserPassword": True}, "InvalidParameterCombination"),
    ):
        with refused(code):
            near.create_db_cluster(DBClusterIdentifier="near", **{**joins, **wrong})
    first = near.create_db_cluster(DBClusterIdentifier="near", **joins, **MASTER)["DBCluster"]["DBClusterArn"]
    with refused("InvalidParameterCombination"):
        far.create_db_cluster(DBClusterIdentifier="far", **joins, **MASTER)
    second = far.create_db_cluster(DBClusterIdentifier="far", **joins)["DBCluster"]["DBClusterArn"]
    shown = near.describe_global_clusters(GlobalClusterIdentifier="all")["GlobalClusters"][0]
    assert {member["DBClusterArn"]: member["IsWriter"] for member in shown["GlobalClusterMembers"]} == {first: True, second: False}
    available(far, "far")
    with refused("InvalidDBClusterStateFault"):
        far.delete_db_cluster(DBClusterIdentifier="far", SkipFinalSnapshot=True)
    with refused("InvalidGlobalClusterStateFault"):
        near.remove_from_global_cluster(GlobalClusterIdentifier="all", DbClusterIdentifier=first)
    far.remove_from_global_cluster(GlobalClusterIdentifier="all", DbClusterIdentifier=second)
    far.delete_db_cluster(DBClusterIdentifier="far", SkipFinalSnapshot=True)
    with refused("InvalidParameterCombination"):
        near.delete_global_cluster(GlobalClusterIdentifier="all")
    near.modify_global_cluster(GlobalClusterIdentifier="all", DeletionProtection=False)
    with refused("InvalidGlobalClusterStateFault"):
        near.delete_global_cluster(GlobalClusterIdentifier="all")
    near.remove_from_global_cluster(GlobalClusterIdentifier="all", DbClusterIdentifier=first)
    near.delete_global_cluster(GlobalClusterIdentifier="all")
    with refused("GlobalClusterNotFoundFault"):
        near.describe_global_clusters(GlobalClusterIdentifier="all")


def test_a_cluster_becomes_global_and_all_are_upgraded_at_once(places, refused):
    near, _ = places
    arn = near.create_db_cluster(DBClusterIdentifier="near", StorageEncrypted=True, **AURORA, **MASTER)["DBCluster"]["DBClusterArn"]
    made = near.create_global_cluster(GlobalClusterIdentifier="all", SourceDBClusterIdentifier=arn)["GlobalCluster"]
    assert (made["EngineVersion"], made["StorageEncrypted"]) == ("16.4", True)
    tags = [{"Key": "a", "Value": "b"}]
    near.add_tags_to_resource(ResourceName=made["GlobalClusterArn"], Tags=tags)
    assert near.list_tags_for_resource(ResourceName=made["GlobalClusterArn"])["TagList"] == tags
    with refused("InvalidParameterCombination"):
        near.modify_global_cluster(GlobalClusterIdentifier="all", EngineVersion="17.5")
    near.modify_global_cluster(GlobalClusterIdentifier="all", EngineVersion="17.5", AllowMajorVersionUpgrade=True)
    assert near.describe_db_clusters(DBClusterIdentifier="near")["DBClusters"][0]["EngineVersion"] == "17.5"


def test_a_replica_in_another_region_takes_its_sources_users(places, refused):
    near, far = places
    mysql = {"Engine": "aurora-mysql", "DBSubnetGroupName": "own"}
    arn = near.create_db_cluster(DBClusterIdentifier="near", **mysql, **MASTER)["DBCluster"]["DBClusterArn"]
    replica = {**mysql, "DBClusterIdentifier": "far", "ReplicationSourceIdentifier": arn}
    with refused("InvalidParameterValue"):
        far.create_db_cluster(**replica, ManageMasterUserPassword=True)
    with refused("InvalidParameterValue"):
        far.create_db_cluster(**{**replica, "Engine": "aurora-postgresql"})
    with refused("DBClusterNotFoundFault"):
        far.create_db_cluster(**{**replica, "ReplicationSourceIdentifier": arn + "-none"})
    made = far.create_db_cluster(**replica)["DBCluster"]
    assert (made["MasterUsername"], made["ReplicationSourceIdentifier"]) == ("app", arn)
    assert near.describe_db_clusters(DBClusterIdentifier="near")["DBClusters"][0]["ReadReplicaIdentifiers"] == [made["DBClusterArn"]]
    secret = {"DBClusterIdentifier": "kept", **mysql, "MasterUsername": "app", "ManageMasterUserPassword": True}
    managed = near.create_db_cluster(**secret)["DBCluster"]["DBClusterArn"]
    with refused("InvalidParameterValue"):
        far.create_db_cluster(**{**replica, "DBClusterIdentifier": "other", "ReplicationSourceIdentifier": managed})
