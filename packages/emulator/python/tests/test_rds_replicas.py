import pytest

OWN = {"Engine": "mysql", "EngineVersion": "8.4.5", "DBInstanceClass": "db.t4g.micro", "AllocatedStorage": 100, "MasterUsername": "app"}
OWN = {**OWN, "StorageType": "gp3", "DBSubnetGroupName": "own", "BackupRetentionPeriod": 7, "MasterUserPassword": "correct-horse"}


@pytest.fixture
def rds(aws, network):
    client = aws("rds")
    client.create_db_subnet_group(DBSubnetGroupName="own", DBSubnetGroupDescription="own", SubnetIds=[network["a"], network["b"]])
    return client


def shown(rds, name):
    return rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]


def available(rds, *names):
    for name in names:
        while shown(rds, name)["DBInstanceStatus"] != "available":
            pass


@pytest.fixture
def source(rds):
    made = rds.create_db_instance(DBInstanceIdentifier="one", StorageEncrypted=True, Tags=[{"Key": "a", "Value": "b"}], **OWN)["DBInstance"]
    available(rds, "one")
    return made


def replicate(rds, name="two", **more):
    return rds.create_db_instance_read_replica(DBInstanceIdentifier=name, **{"SourceDBInstanceIdentifier": "one", **more})["DBInstance"]


def test_a_replica_is_a_database_of_its_own(rds, source, refused):
    made = replicate(rds, DBInstanceClass="db.t4g.small")
    assert made["DbiResourceId"] != source["DbiResourceId"]
    assert (made["DBInstanceClass"], made["ReadReplicaSourceDBInstanceIdentifier"]) == ("db.t4g.small", "one")
    assert (made["TagList"], made["KmsKeyId"], made["BackupRetentionPeriod"]) == ([], source["KmsKeyId"], 0)
    assert shown(rds, "one")["ReadReplicaDBInstanceIdentifiers"] == ["two"]
    available(rds, "two")
    rds.modify_db_instance(DBInstanceIdentifier="two", AllocatedStorage=200, ApplyImmediately=True)
    assert [shown(rds, name)["AllocatedStorage"] for name in ("one", "two")] == [100, 200]
    with refused("InvalidParameterCombination"):
        rds.modify_db_instance(DBInstanceIdentifier="one", BackupRetentionPeriod=0)
    with refused("InvalidParameterValue"):
        rds.modify_db_instance(DBInstanceIdentifier="one", ManageMasterUserPassword=True)
    available(rds, "two")
    for change, code in (({"MasterUserPassword": "another-horse"}, "InvalidParameterCombination"),):
        with refused(code):
            rds.modify_db_instance(DBInstanceIdentifier="two", **change)
    with refused("InvalidParameterCombination"):
        rds.delete_db_instance(DBInstanceIdentifier="two", FinalDBSnapshotIdentifier="last")
    rds.delete_db_instance(DBInstanceIdentifier="two", SkipFinalSnapshot=True)
    assert shown(rds, "one")["ReadReplicaDBInstanceIdentifiers"] == []


def test_a_replica_is_refused(rds, source, refused):
    for wrong, code in (
        ({"AllocatedStorage": 50}, "InvalidParameterCombination"),
        ({"SourceDBInstanceIdentifier": "none"}, "DBInstanceNotFound"),
        ({"DBInstanceClass": "db.none.big"}, "InvalidParameterCombination"),
        ({"name": "one"}, "DBInstanceAlreadyExists"),
    ):
        with refused(code):
            replicate(rds, **wrong)
    rds.modify_db_instance(DBInstanceIdentifier="one", ManageMasterUserPassword=True, ApplyImmediately=True)
    available(rds, "one")
    with refused("InvalidParameterValue"):
        replicate(rds)
    rds.create_db_instance(DBInstanceIdentifier="bare", **{**OWN, "BackupRetentionPeriod": 0})
    available(rds, "bare")
    with refused("InvalidDBInstanceState"):
        replicate(rds, SourceDBInstanceIdentifier="bare")


def test_a_replica_lives_in_another_region_under_a_key_of_that(aws, rds, source, refused):
    far = aws("rds", "eu-central-1")
    arn = source["DBInstanceArn"]
    with refused("InvalidParameterCombination"):
        replicate(far, SourceDBInstanceIdentifier=arn)
    key = aws("kms", "eu-central-1").create_key()["KeyMetadata"]["Arn"]
    made = replicate(far, SourceDBInstanceIdentifier=arn, KmsKeyId=key)
    assert (made["ReadReplicaSourceDBInstanceIdentifier"], made["KmsKeyId"]) == (arn, key)
    assert made["DBInstanceArn"].split(":")[3] == "eu-central-1"
    assert shown(rds, "one")["ReadReplicaDBInstanceIdentifiers"] == [made["DBInstanceArn"]]
    available(far, "two")
    far.delete_db_instance(DBInstanceIdentifier="two", SkipFinalSnapshot=True)
    assert shown(rds, "one")["ReadReplicaDBInstanceIdentifiers"] == []


def test_a_replica_stands_alone_when_promoted_or_left(rds, source, refused):
    for name in ("two", "three"):
        replicate(rds, name)
    available(rds, "two", "three")
    rds.promote_read_replica(DBInstanceIdentifier="two", BackupRetentionPeriod=3)
    assert "ReadReplicaSourceDBInstanceIdentifier" not in shown(rds, "two")
    assert shown(rds, "one")["ReadReplicaDBInstanceIdentifiers"] == ["three"]
    available(rds, "two")
    with refused("InvalidDBInstanceState"):
        rds.promote_read_replica(DBInstanceIdentifier="two")
    rds.delete_db_instance(DBInstanceIdentifier="one", SkipFinalSnapshot=True)
    assert "ReadReplicaSourceDBInstanceIdentifier" not in shown(rds, "three")


def test_postgres_takes_its_replicas_along_in_a_major_upgrade(rds):
    rds.create_db_instance(DBInstanceIdentifier="one", **{**OWN, "Engine": "postgres", "EngineVersion": "16.3"})
    available(rds, "one")
    replicate(rds)
    available(rds, "two")
    rds.modify_db_instance(DBInstanceIdentifier="one", EngineVersion="17.5", AllowMajorVersionUpgrade=True, ApplyImmediately=True)
    rds.modify_db_instance(DBInstanceIdentifier="two", DBInstanceClass="db.t4g.small", ApplyImmediately=True)
    replica = shown(rds, "two")
    assert (replica["EngineVersion"], replica["DBParameterGroups"][0]["DBParameterGroupName"]) == ("17.5", "default.postgres17")


def test_a_green_copy_takes_the_place_of_the_blue_instance(rds, source):
    wanted = {"Source": source["DBInstanceArn"], "TargetEngineVersion": "8.4.6", "TargetDBInstanceClass": "db.t4g.small"}
    made = rds.create_blue_green_deployment(BlueGreenDeploymentName="bg", **wanted)["BlueGreenDeployment"]
    name = made["BlueGreenDeploymentIdentifier"]
    green = rds.describe_blue_green_deployments(BlueGreenDeploymentIdentifier=name)["BlueGreenDeployments"][0]["Target"].split(":")[-1]
    available(rds, green)
    rds.switchover_blue_green_deployment(BlueGreenDeploymentIdentifier=name)
    now = shown(rds, "one")
    assert (now["EngineVersion"], now["DBInstanceClass"]) == ("8.4.6", "db.t4g.small")
    assert now["DbiResourceId"] != source["DbiResourceId"]
    assert shown(rds, "one-old1")["DbiResourceId"] == source["DbiResourceId"]


def test_blue_green_is_refused_where_a_secret_is_managed_or_replicas_are_far(aws, rds, source, refused):
    wanted = {"BlueGreenDeploymentName": "bg", "Source": source["DBInstanceArn"]}
    key = aws("kms", "eu-central-1").create_key()["KeyMetadata"]["Arn"]
    far = aws("rds", "eu-central-1")
    replicate(far, SourceDBInstanceIdentifier=source["DBInstanceArn"], KmsKeyId=key)
    with refused("SourceDatabaseNotSupportedFault"):
        rds.create_blue_green_deployment(**wanted)
    available(far, "two")
    far.delete_db_instance(DBInstanceIdentifier="two", SkipFinalSnapshot=True)
    rds.modify_db_instance(DBInstanceIdentifier="one", ManageMasterUserPassword=True, ApplyImmediately=True)
    available(rds, "one")
    with refused("SourceDatabaseNotSupportedFault"):
        rds.create_blue_green_deployment(**wanted)


def test_a_source_and_a_replica_are_renamed_and_know_each_other(aws, rds, source):
    key = aws("kms", "eu-central-1").create_key()["KeyMetadata"]["Arn"]
    far = aws("rds", "eu-central-1")
    replicate(rds)
    replicate(far, "three", SourceDBInstanceIdentifier=source["DBInstanceArn"], KmsKeyId=key)
    available(rds, "two")
    for old, new in (("one", "first"), ("two", "second")):
        rds.modify_db_instance(DBInstanceIdentifier=old, NewDBInstanceIdentifier=new, ApplyImmediately=True)
    assert shown(rds, "first")["DbiResourceId"] == source["DbiResourceId"]
    assert sorted(name.split(":")[-1] for name in shown(rds, "first")["ReadReplicaDBInstanceIdentifiers"]) == ["second", "three"]
    assert shown(rds, "second")["ReadReplicaSourceDBInstanceIdentifier"] == "first"
    assert shown(far, "three")["ReadReplicaSourceDBInstanceIdentifier"].endswith(":db:first")
