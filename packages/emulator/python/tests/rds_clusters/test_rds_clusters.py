from cluster import AURORA, MULTI_AZ, available, shown


def test_a_cluster_is_created_changed_and_deleted_as_one_looks(rds, make, refused):
    made = make(AURORA, StorageEncrypted=True)
    assert (made["Status"], made["AllocatedStorage"], "StorageType" in made) == ("creating", 1, False)
    assert made["DBClusterParameterGroup"] == "default.aurora-postgresql16"
    assert "ScalingConfigurationInfo" not in made
    assert [shown(rds)["Status"] for _ in range(3)] == ["creating", "available", "available"]
    rds.modify_db_cluster(DBClusterIdentifier="one", BackupRetentionPeriod=9, StorageType="aurora-iopt1", ApplyImmediately=True)
    assert [shown(rds)["Status"] for _ in range(2)] == ["modifying", "available"]
    assert (shown(rds)["BackupRetentionPeriod"], shown(rds)["StorageType"]) == (9, "aurora-iopt1")
    rds.delete_db_cluster(DBClusterIdentifier="one", FinalDBSnapshotIdentifier="last")
    assert shown(rds)["Status"] == "deleting"
    with refused("DBClusterNotFoundFault"):
        shown(rds)
    assert rds.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier="last")["DBClusterSnapshots"][0]["SnapshotType"] == "manual"


def test_instances_belong_to_a_cluster_that_stays_while_they_do(rds, make, add, refused):
    make(AURORA, DeletionProtection=True)
    available(rds)
    assert (add("a")["DBClusterIdentifier"], add("b")["StorageType"]) == ("one", "aurora")
    members = {member["DBInstanceIdentifier"]: member["IsClusterWriter"] for member in shown(rds)["DBClusterMembers"]}
    assert members == {"a": True, "b": False}
    assert shown(rds)["MultiAZ"]
    with refused("InvalidParameterCombination"):
        rds.delete_db_cluster(DBClusterIdentifier="one", SkipFinalSnapshot=True)
    rds.modify_db_cluster(DBClusterIdentifier="one", DeletionProtection=False)
    available(rds)
    with refused("InvalidDBClusterStateFault"):
        rds.delete_db_cluster(DBClusterIdentifier="one", SkipFinalSnapshot=True)
    for name in members:
        rds.describe_db_instances()
        rds.describe_db_instances()
        rds.delete_db_instance(DBInstanceIdentifier=name, SkipFinalSnapshot=True)
    rds.delete_db_cluster(DBClusterIdentifier="one", SkipFinalSnapshot=True)


def test_the_insights_of_a_cluster_are_those_of_its_instances(rds, make, add):
    make(AURORA, EnablePerformanceInsights=True, PerformanceInsightsRetentionPeriod=465, DatabaseInsightsMode="advanced")
    made = add("a")
    assert (made["PerformanceInsightsEnabled"], made["PerformanceInsightsRetentionPeriod"], made["DatabaseInsightsMode"]) == (
        True,
        465,
        "advanced",
    )
    available(rds)
    rds.modify_db_cluster(DBClusterIdentifier="one", EnablePerformanceInsights=False, DatabaseInsightsMode="standard")
    assert rds.describe_db_instances(DBInstanceIdentifier="a")["DBInstances"][0]["PerformanceInsightsEnabled"] is False


def test_a_multi_az_cluster_comes_and_goes_with_three_instances(rds, make, refused):
    made = make(MULTI_AZ, EnableIAMDatabaseAuthentication=True, ManageMasterUserPassword=True, MasterUserPassword=None)
    assert (made["IAMDatabaseAuthenticationEnabled"], made["StorageType"], made["Iops"]) == (True, "gp3", 3000)
    members = [member["DBInstanceIdentifier"] for member in shown(rds)["DBClusterMembers"]]
    assert members == ["one-instance-1", "one-instance-2", "one-instance-3"]
    instance = rds.describe_db_instances(DBInstanceIdentifier=members[1])["DBInstances"][0]
    assert (instance["DBInstanceClass"], instance["StorageType"]) == ("db.m6gd.large", "gp3")
    available(rds)
    rds.modify_db_cluster(DBClusterIdentifier="one", DBClusterInstanceClass="db.r6gd.large", AllocatedStorage=200, ApplyImmediately=True)
    assert rds.describe_db_instances(DBInstanceIdentifier=members[1])["DBInstances"][0]["DBInstanceClass"] == "db.r6gd.large"
    available(rds)
    with refused("InvalidDBInstanceState"):
        rds.delete_db_instance(DBInstanceIdentifier=members[1], SkipFinalSnapshot=True)
    rds.delete_db_cluster(DBClusterIdentifier="one", SkipFinalSnapshot=True)
    assert shown(rds)["Status"] == "deleting"
    make(MULTI_AZ)
    assert {one["DBInstanceStatus"] for one in rds.describe_db_instances()["DBInstances"]} == {"creating"}
    available(rds)
    rds.delete_db_cluster(DBClusterIdentifier="one", SkipFinalSnapshot=True)
    assert [one["DBInstanceStatus"] for one in rds.describe_db_instances()["DBInstances"]] == ["deleting"] * 3
    assert rds.describe_db_instances()["DBInstances"] == []


REFUSED = [
    (AURORA, {"Engine": "mariadb"}, "InvalidParameterValue"),
    (AURORA, {"EngineMode": "serverless"}, "InvalidParameterValue"),
    (AURORA, {"AllocatedStorage": 100}, "InvalidParameterCombination"),
    (AURORA, {"StorageType": "gp3"}, "InvalidParameterCombination"),
    (AURORA, {"BackupRetentionPeriod": 0}, "InvalidParameterValue"),
    (AURORA, {"PreferredBackupWindow": "23:30-00:30", "PreferredMaintenanceWindow": "sun:00:15-sun:01:15"}, "InvalidParameterValue"),
    (AURORA, {"PreferredBackupWindow": "03:00-03:10"}, "InvalidParameterValue"),
    (AURORA, {"EngineVersion": "11.1"}, "InvalidParameterCombination"),
    (AURORA, {"ServerlessV2ScalingConfiguration": {"MinCapacity": 4, "MaxCapacity": 2}}, "InvalidParameterValue"),
    (AURORA, {"ServerlessV2ScalingConfiguration": {"MinCapacity": 0.7, "MaxCapacity": 2}}, "InvalidParameterValue"),
    (AURORA, {"DBClusterParameterGroupName": "none"}, "DBClusterParameterGroupNotFound"),
    (AURORA, {"EnableCloudwatchLogsExports": ["audit"]}, "InvalidParameterCombination"),
    (AURORA, {"DatabaseInsightsMode": "advanced"}, "InvalidParameterCombination"),
    (MULTI_AZ, {"DBClusterInstanceClass": None}, "InvalidParameterCombination"),
    (MULTI_AZ, {"DBClusterInstanceClass": "db.m6g.large"}, "InvalidParameterCombination"),
    (MULTI_AZ, {"StorageType": "gp2"}, "InvalidParameterCombination"),
    (MULTI_AZ, {"DBSubnetGroupName": "two"}, "DBSubnetGroupDoesNotCoverEnoughAZs"),
    (MULTI_AZ, {"MasterUserPassword": None}, "InvalidParameterValue"),
]


def test_a_cluster_is_refused(make, refused):
    for kind, wrong, code in REFUSED:
        with refused(code):
            make(kind, **wrong)


def test_an_instance_of_a_cluster_is_refused(rds, make, add, refused):
    make(AURORA)
    for wrong, code in (
        ({"Engine": "aurora-mysql"}, "InvalidParameterCombination"),
        ({"DBInstanceClass": "db.serverless"}, "InvalidParameterCombination"),
        ({"DBInstanceClass": "db.t4g.micro"}, "InvalidParameterCombination"),
        ({"AllocatedStorage": 20}, "InvalidParameterCombination"),
        ({"MultiAZ": True}, "InvalidParameterCombination"),
        ({"DBClusterIdentifier": "none"}, "DBClusterNotFoundFault"),
        ({"PromotionTier": 16}, "InvalidParameterValue"),
    ):
        with refused(code):
            add("a", **wrong)
    available(rds)
    capacity = {"MinCapacity": 0.5, "MaxCapacity": 4}
    rds.modify_db_cluster(DBClusterIdentifier="one", ServerlessV2ScalingConfiguration=capacity)
    add("a", DBInstanceClass="db.serverless")
    assert shown(rds)["ServerlessV2ScalingConfiguration"] == capacity
