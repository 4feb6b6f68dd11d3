from instance import available, shown, status


def test_an_instance_is_created_changed_and_deleted_as_one_looks(rds, make, refused):
    made = make()
    assert (made["DBInstanceStatus"], "Endpoint" in made, made["DbiResourceId"][:3]) == ("creating", False, "db-")
    assert [status(rds) for _ in range(3)] == ["creating", "available", "available"]
    assert shown(rds)["Endpoint"]["HostedZoneId"] == "Z29XKXDKYMONMX"
    rds.modify_db_instance(DBInstanceIdentifier="one", DBInstanceClass="db.t4g.small", ApplyImmediately=True)
    assert [status(rds) for _ in range(2)] == ["modifying", "available"]
    assert shown(rds)["DBInstanceClass"] == "db.t4g.small"
    rds.modify_db_instance(DBInstanceIdentifier="one", DBInstanceClass="db.t4g.small", ApplyImmediately=True)
    assert status(rds) == "available"
    gone = rds.delete_db_instance(DBInstanceIdentifier="one", SkipFinalSnapshot=True)["DBInstance"]
    assert gone["DBInstanceStatus"] == "deleting"
    with refused("DBInstanceAlreadyExists"):
        make()
    by_id = [{"Name": "dbi-resource-id", "Values": [made["DbiResourceId"]]}]
    assert [one["DBInstanceStatus"] for one in rds.describe_db_instances(Filters=by_id)["DBInstances"]] == ["deleting"]
    assert rds.describe_db_instances(Filters=by_id)["DBInstances"] == []
    with refused("DBInstanceNotFound"):
        shown(rds)
    make()


REFUSED = [
    ({"DBInstanceIdentifier": "a--b"}, "InvalidParameterValue"),
    ({"DBInstanceClass": "db.huge.big"}, "InvalidParameterCombination"),
    ({"DBInstanceClass": "db.m6gd.medium"}, "InvalidParameterCombination"),
    ({"EngineVersion": "12.1"}, "InvalidParameterCombination"),
    ({"Engine": "oracle"}, "InvalidParameterValue"),
    ({"Engine": "aurora-postgresql"}, "InvalidParameterCombination"),
    ({"AllocatedStorage": 10}, "InvalidParameterValue"),
    ({"StorageType": "gp3", "Iops": 4000}, "InvalidParameterCombination"),
    ({"StorageType": "gp3", "AllocatedStorage": 400, "StorageThroughput": 400}, "InvalidParameterCombination"),
    ({"StorageType": "gp3", "AllocatedStorage": 400, "StorageThroughput": 4000}, "InvalidParameterCombination"),
    ({"StorageType": "gp3", "AllocatedStorage": 400, "Iops": 65000}, "InvalidParameterCombination"),
    ({"StorageType": "io2", "AllocatedStorage": 100}, "InvalidParameterCombination"),
    ({"StorageType": "io1", "AllocatedStorage": 100, "Iops": 6000}, "InvalidParameterCombination"),
    ({"MaxAllocatedStorage": 21}, "InvalidParameterCombination"),
    ({"MasterUsername": "admin"}, "InvalidParameterValue"),
    ({"MasterUserPassword": "short"}, "InvalidParameterValue"),
    ({"MasterUserPassword": "with/slash-in-it"}, "InvalidParameterValue"),
    ({"MasterUserPassword": None}, "InvalidParameterValue"),
    ({"ManageMasterUserPassword": True}, "InvalidParameterCombination"),
    ({"BackupRetentionPeriod": 36}, "InvalidParameterValue"),
    ({"PreferredBackupWindow": "03:00-04:00", "PreferredMaintenanceWindow": "mon:03:30-mon:04:30"}, "InvalidParameterValue"),
    ({"PreferredBackupWindow": "23:30-00:30", "PreferredMaintenanceWindow": "sun:23:45-mon:00:45"}, "InvalidParameterValue"),
    ({"DBParameterGroupName": "none"}, "DBParameterGroupNotFound"),
    ({"DBSubnetGroupName": "none"}, "DBSubnetGroupNotFoundFault"),
    ({"MonitoringInterval": 60}, "InvalidParameterCombination"),
    ({"MonitoringInterval": 7}, "InvalidParameterValue"),
    ({"EnableCloudwatchLogsExports": ["slowquery"]}, "InvalidParameterCombination"),
    ({"EnablePerformanceInsights": True, "PerformanceInsightsRetentionPeriod": 8}, "InvalidParameterValue"),
    ({"DatabaseInsightsMode": "advanced", "EnablePerformanceInsights": True}, "InvalidParameterCombination"),
    ({"CACertificateIdentifier": "rds-ca-2019"}, "CertificateNotFound"),
    ({"StorageEncrypted": True, "KmsKeyId": "00000000-0000-0000-0000-000000000000"}, "KMSKeyNotAccessibleFault"),
    ({"PubliclyAccessible": True, "MultiAZ": True, "AvailabilityZone": "eu-west-1a"}, "InvalidParameterCombination"),
    ({"DBName": "1db"}, "InvalidParameterValue"),
    ({"Port": 80}, "InvalidParameterValue"),
]


def test_an_instance_is_refused(make, refused):
    for wanted, code in REFUSED:
        with refused(code):
            make(**{"name" if key == "DBInstanceIdentifier" else key: value for key, value in wanted.items()})


def test_the_rest_is_chosen_as_aws_chooses(make):
    made = make(EngineVersion="16", StorageType="gp3", StorageEncrypted=True, MultiAZ=True, MaxAllocatedStorage=100)
    assert made["EngineVersion"] == "16.10"
    assert (made["Iops"], made["StorageThroughput"], made["MaxAllocatedStorage"]) == (3000, 125, 100)
    assert made["KmsKeyId"].startswith("arn:aws:kms:eu-west-1:")
    assert made["DBParameterGroups"] == [{"DBParameterGroupName": "default.postgres16", "ParameterApplyStatus": "in-sync"}]
    assert made["OptionGroupMemberships"][0]["OptionGroupName"] == "default:postgres-16"
    assert made["CACertificateIdentifier"] == "rds-ca-rsa2048-g1"
    assert (made["PerformanceInsightsEnabled"], made["DatabaseInsightsMode"], made["MonitoringInterval"]) == (False, "standard", 0)


def test_a_parameter_group_must_fit_and_stays_while_in_use(rds, make, refused):
    for family in ("postgres15", "postgres16"):
        rds.create_db_parameter_group(DBParameterGroupName=family, DBParameterGroupFamily=family, Description="own")
    with refused("InvalidParameterCombination"):
        make(EngineVersion="16.3", DBParameterGroupName="postgres15")
    make(EngineVersion="16.3", DBParameterGroupName="postgres16")
    with refused("InvalidDBParameterGroupState"):
        rds.delete_db_parameter_group(DBParameterGroupName="postgres16")
    with refused("InvalidDBSubnetGroupStateFault"):
        rds.delete_db_subnet_group(DBSubnetGroupName="own")
    available(rds)
    static = {"ParameterName": "max_connections", "ParameterValue": "100", "ApplyMethod": "pending-reboot"}
    rds.modify_db_parameter_group(DBParameterGroupName="postgres16", Parameters=[static])
    assert shown(rds)["DBParameterGroups"][0]["ParameterApplyStatus"] == "pending-reboot"
    rds.reboot_db_instance(DBInstanceIdentifier="one")
    assert shown(rds)["DBParameterGroups"][0]["ParameterApplyStatus"] == "in-sync"


def test_a_security_group_and_a_subnet_stay_while_a_database_uses_them(aws, rds, make, network, refused):
    own = aws("ec2").create_security_group(GroupName="db", Description="db", VpcId=network["vpc"])["GroupId"]
    make(VpcSecurityGroupIds=[own], AvailabilityZone="eu-west-1a")
    with refused("DependencyViolation"):
        aws("ec2").delete_security_group(GroupId=own)
    with refused("DependencyViolation"):
        aws("ec2").delete_subnet(SubnetId=network["a"])
    rds.delete_db_instance(DBInstanceIdentifier="one", SkipFinalSnapshot=True)
    aws("ec2").delete_security_group(GroupId=own)


def test_a_final_snapshot_is_named_or_skipped_and_stays(rds, make, refused):
    make(DeletionProtection=True, CopyTagsToSnapshot=True, Tags=[{"Key": "a", "Value": "b"}])
    available(rds)
    with refused("InvalidParameterCombination"):
        rds.delete_db_instance(DBInstanceIdentifier="one", SkipFinalSnapshot=True)
    rds.modify_db_instance(DBInstanceIdentifier="one", DeletionProtection=False)
    available(rds)
    for wrong in ({}, {"SkipFinalSnapshot": True, "FinalDBSnapshotIdentifier": "last"}):
        with refused("InvalidParameterCombination"):
            rds.delete_db_instance(DBInstanceIdentifier="one", **wrong)
    rds.create_db_snapshot(DBInstanceIdentifier="one", DBSnapshotIdentifier="taken")
    with refused("DBSnapshotAlreadyExists"):
        rds.delete_db_instance(DBInstanceIdentifier="one", FinalDBSnapshotIdentifier="taken")
    rds.delete_db_instance(DBInstanceIdentifier="one", FinalDBSnapshotIdentifier="last")
    last = rds.describe_db_snapshots(DBSnapshotIdentifier="last")["DBSnapshots"][0]
    assert (last["SnapshotType"], last["TagList"]) == ("manual", [{"Key": "a", "Value": "b"}])


def test_an_instance_stops_and_starts(rds, make, refused):
    make()
    available(rds)
    rds.stop_db_instance(DBInstanceIdentifier="one")
    assert [status(rds) for _ in range(2)] == ["stopping", "stopped"]
    with refused("InvalidDBInstanceState"):
        rds.stop_db_instance(DBInstanceIdentifier="one")
    rds.start_db_instance(DBInstanceIdentifier="one")
    assert [status(rds) for _ in range(2)] == ["starting", "available"]
    with refused("InvalidDBInstanceState"):
        rds.start_db_instance(DBInstanceIdentifier="one")
