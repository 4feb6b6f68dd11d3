import pytest

OWN = {"Engine": "postgres", "DBInstanceClass": "db.t4g.micro", "AllocatedStorage": 100, "MasterUsername": "app"}


@pytest.fixture
def rds(aws, network):
    client = aws("rds")
    client.create_db_subnet_group(DBSubnetGroupName="own", DBSubnetGroupDescription="own", SubnetIds=[network["a"], network["b"]])
    return client


@pytest.fixture
def source(rds):
    wanted = {**OWN, "DBSubnetGroupName": "own", "ManageMasterUserPassword": True, "StorageEncrypted": True, "EngineVersion": "16.3"}
    made = rds.create_db_instance(DBInstanceIdentifier="one", StorageType="gp3", MultiAZ=True, **wanted)["DBInstance"]
    available(rds)
    return made


def available(rds, name="one"):
    while rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]["DBInstanceStatus"] != "available":
        pass


def test_an_instance_is_restored_from_a_snapshot(rds, source, refused):
    rds.create_db_snapshot(DBInstanceIdentifier="one", DBSnapshotIdentifier="taken")
    with refused("DBSnapshotAlreadyExists"):
        rds.create_db_snapshot(DBInstanceIdentifier="one", DBSnapshotIdentifier="taken")
    with refused("DBSnapshotNotFound"):
        rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="two", DBSnapshotIdentifier="none")
    wanted = {"DBSnapshotIdentifier": "taken", "DBSubnetGroupName": "own"}
    with refused("DBInstanceAlreadyExists"):
        rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="one", **wanted)
    with refused("InvalidParameterValue"):
        rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="two", AllocatedStorage=50, **wanted)
    made = rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="two", **wanted)["DBInstance"]
    assert (made["DBInstanceIdentifier"], made["DBInstanceStatus"], made["EngineVersion"]) == ("two", "creating", "16.3")
    assert (made["KmsKeyId"], made["MultiAZ"], "MasterUserSecret" in made) == (source["KmsKeyId"], False, False)
    assert made["DbiResourceId"] != source["DbiResourceId"]
    more = rds.restore_db_instance_from_db_snapshot(DBInstanceIdentifier="three", ManageMasterUserPassword=True, **wanted)["DBInstance"]
    assert more["MasterUserSecret"]["SecretArn"] != source["MasterUserSecret"]["SecretArn"]


def test_an_instance_is_restored_to_a_point_in_time(rds, source, refused):
    wanted = {"SourceDBInstanceIdentifier": "one", "TargetDBInstanceIdentifier": "two", "DBSubnetGroupName": "own"}
    with refused("InvalidParameterCombination"):
        rds.restore_db_instance_to_point_in_time(**wanted)
    made = rds.restore_db_instance_to_point_in_time(UseLatestRestorableTime=True, DBInstanceClass="db.t4g.small", **wanted)["DBInstance"]
    assert (made["DBInstanceIdentifier"], made["DBInstanceClass"], made["AllocatedStorage"]) == ("two", "db.t4g.small", 100)
    by_id = {"SourceDbiResourceId": source["DbiResourceId"], "TargetDBInstanceIdentifier": "three", "DBSubnetGroupName": "own"}
    assert rds.restore_db_instance_to_point_in_time(UseLatestRestorableTime=True, **by_id)["DBInstance"]["Engine"] == "postgres"
    rds.modify_db_instance(DBInstanceIdentifier="one", BackupRetentionPeriod=0, ApplyImmediately=True)
    with refused("PointInTimeRestoreNotEnabled"):
        rds.restore_db_instance_to_point_in_time(UseLatestRestorableTime=True, **{**wanted, "TargetDBInstanceIdentifier": "four"})


def test_a_cluster_is_restored_from_a_snapshot_and_to_a_point_in_time(rds, refused):
    wanted = {"Engine": "aurora-postgresql", "EngineVersion": "16.4", "DBSubnetGroupName": "own", "MasterUsername": "app"}
    rds.create_db_cluster(DBClusterIdentifier="one", ManageMasterUserPassword=True, StorageEncrypted=True, **wanted)
    while rds.describe_db_clusters(DBClusterIdentifier="one")["DBClusters"][0]["Status"] != "available":
        pass
    rds.create_db_cluster_snapshot(DBClusterIdentifier="one", DBClusterSnapshotIdentifier="taken")
    place = {"DBSubnetGroupName": "own"}
    with refused("DBClusterSnapshotNotFoundFault"):
        rds.restore_db_cluster_from_snapshot(DBClusterIdentifier="two", SnapshotIdentifier="none", Engine="aurora-postgresql", **place)
    made = rds.restore_db_cluster_from_snapshot(DBClusterIdentifier="two", SnapshotIdentifier="taken", Engine="aurora-postgresql", **place)
    assert (made["DBCluster"]["EngineVersion"], made["DBCluster"]["StorageEncrypted"]) == ("16.4", True)
    restored = rds.restore_db_cluster_to_point_in_time(
        DBClusterIdentifier="three", SourceDBClusterIdentifier="one", UseLatestRestorableTime=True, **place
    )["DBCluster"]
    assert (restored["DBClusterIdentifier"], restored["MasterUsername"], restored["DBClusterMembers"]) == ("three", "app", [])


def test_versions_upgrades_classes_and_certificates_are_told(rds, refused):
    versions = rds.describe_db_engine_versions(Engine="postgres", EngineVersion="16.3")["DBEngineVersions"]
    assert [one["DBParameterGroupFamily"] for one in versions] == ["postgres16"]
    targets = {one["EngineVersion"]: one["IsMajorVersionUpgrade"] for one in versions[0]["ValidUpgradeTarget"]}
    assert (targets["16.4"], targets["17.5"], "15.5" in targets) == (False, True, False)
    families = {one["DBParameterGroupFamily"] for one in rds.describe_db_engine_versions(Engine="mariadb")["DBEngineVersions"]}
    assert families == {"mariadb10.6", "mariadb10.11", "mariadb11.4", "mariadb11.8"}
    defaults = rds.describe_db_engine_versions(Engine="aurora-mysql", DefaultOnly=True)["DBEngineVersions"]
    assert [one["MajorEngineVersion"] for one in defaults] == ["8.0"]
    classes = rds.describe_orderable_db_instance_options(Engine="postgres", EngineVersion="16.3", DBInstanceClass="db.t4g.micro")
    assert [one["EngineVersion"] for one in classes["OrderableDBInstanceOptions"]] == ["16.3"]
    assert rds.describe_certificates()["DefaultCertificateForNewLaunches"] == "rds-ca-rsa2048-g1"
    with refused("CertificateNotFound"):
        rds.describe_certificates(CertificateIdentifier="rds-ca-2019")
