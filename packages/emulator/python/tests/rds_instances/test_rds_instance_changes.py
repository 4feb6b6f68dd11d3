from instance import available, shown, status


def test_changes_wait_for_the_window_unless_they_are_to_come_at_once(rds, make):
    make(StorageType="gp3")
    available(rds)
    rds.modify_db_instance(DBInstanceIdentifier="one", DBInstanceClass="db.t4g.small", AllocatedStorage=100, BackupRetentionPeriod=7)
    now = shown(rds)
    assert (now["DBInstanceClass"], now["AllocatedStorage"], now["BackupRetentionPeriod"]) == ("db.t4g.micro", 20, 7)
    assert now["PendingModifiedValues"] == {"DBInstanceClass": "db.t4g.small", "AllocatedStorage": 100}
    available(rds)
    rds.modify_db_instance(DBInstanceIdentifier="one", ApplyImmediately=True)
    now = shown(rds)
    assert (now["DBInstanceClass"], now["AllocatedStorage"], now.get("PendingModifiedValues")) == ("db.t4g.small", 100, {})


REFUSED_CHANGES = [
    ({"AllocatedStorage": 100}, "InvalidParameterCombination"),
    ({"AllocatedStorage": 500, "Iops": 5000}, "InvalidParameterCombination"),
    ({"BackupRetentionPeriod": 40}, "InvalidParameterValue"),
    ({"EngineVersion": "17.5", "DBParameterGroupName": "pg17"}, "InvalidParameterCombination"),
    ({"EngineVersion": "15.10", "AllowMajorVersionUpgrade": True}, "InvalidParameterCombination"),
    ({"EngineVersion": "17.5", "AllowMajorVersionUpgrade": True}, "InvalidParameterCombination"),
    ({"EngineVersion": "17.5", "AllowMajorVersionUpgrade": True, "DBParameterGroupName": "pg16"}, "InvalidParameterCombination"),
    ({"DBParameterGroupName": "pg17"}, "InvalidParameterCombination"),
    ({"ManageMasterUserPassword": True, "MasterUserPassword": "correct-horse"}, "InvalidParameterCombination"),
    ({"DBInstanceClass": "db.nothing.large"}, "InvalidParameterCombination"),
    ({"PreferredBackupWindow": "00:30-01:30"}, "InvalidParameterValue"),
]


def test_a_change_is_refused(rds, make, refused):
    for major in ("16", "17"):
        rds.create_db_parameter_group(DBParameterGroupName=f"pg{major}", DBParameterGroupFamily=f"postgres{major}", Description="own")
    make(EngineVersion="16.3", StorageType="gp3", AllocatedStorage=400, DBParameterGroupName="pg16")
    available(rds)
    for change, code in REFUSED_CHANGES:
        with refused(code):
            rds.modify_db_instance(DBInstanceIdentifier="one", ApplyImmediately=True, **change)


def test_a_major_upgrade_brings_its_parameter_group(rds, make):
    for major in ("16", "17"):
        rds.create_db_parameter_group(DBParameterGroupName=f"pg{major}", DBParameterGroupFamily=f"postgres{major}", Description="own")
    make(EngineVersion="16.3", DBParameterGroupName="pg16")
    available(rds)
    upgrade = {"EngineVersion": "17.5", "AllowMajorVersionUpgrade": True, "DBParameterGroupName": "pg17"}
    rds.modify_db_instance(DBInstanceIdentifier="one", ApplyImmediately=True, **upgrade)
    assert status(rds) == "upgrading"
    now = shown(rds)
    assert (now["EngineVersion"], now["DBParameterGroups"][0]["DBParameterGroupName"]) == ("17.5", "pg17")
    rds.delete_db_parameter_group(DBParameterGroupName="pg16")


def test_what_is_made_is_not_changed_before_it_is_available(rds, make, refused):
    make()
    with refused("InvalidDBInstanceState"):
        rds.modify_db_instance(DBInstanceIdentifier="one", DBInstanceClass="db.t4g.small")
    assert status(rds) == "creating"
    rds.modify_db_instance(DBInstanceIdentifier="one", DBInstanceClass="db.t4g.small")


def test_storage_grows_by_a_tenth_at_least(rds, make):
    make(StorageType="gp3", AllocatedStorage=100)
    available(rds)
    rds.modify_db_instance(DBInstanceIdentifier="one", AllocatedStorage=105, ApplyImmediately=True)
    assert shown(rds)["AllocatedStorage"] == 110
