from cluster import AURORA, available, shown


def test_a_major_upgrade_needs_groups_for_cluster_and_instances(rds, make, add, refused):
    for major in ("16", "17"):
        family = f"aurora-postgresql{major}"
        rds.create_db_cluster_parameter_group(DBClusterParameterGroupName=f"c{major}", DBParameterGroupFamily=family, Description="own")
        rds.create_db_parameter_group(DBParameterGroupName=f"i{major}", DBParameterGroupFamily=family, Description="own")
    make(AURORA, DBClusterParameterGroupName="c16")
    add("a", DBParameterGroupName="i16")
    available(rds)
    upgrade = {"DBClusterIdentifier": "one", "EngineVersion": "17.5", "ApplyImmediately": True}
    for wrong in ({}, {"AllowMajorVersionUpgrade": True}, {"AllowMajorVersionUpgrade": True, "DBClusterParameterGroupName": "c17"}):
        with refused("InvalidParameterCombination"):
            rds.modify_db_cluster(**upgrade, **wrong)
    groups = {"DBClusterParameterGroupName": "c17", "DBInstanceParameterGroupName": "i17"}
    rds.modify_db_cluster(**upgrade, AllowMajorVersionUpgrade=True, **groups)
    assert (shown(rds)["Status"], shown(rds)["EngineVersion"]) == ("upgrading", "17.5")
    instance = rds.describe_db_instances(DBInstanceIdentifier="a")["DBInstances"][0]
    assert (instance["EngineVersion"], instance["DBParameterGroups"][0]["DBParameterGroupName"]) == ("17.5", "i17")
    with refused("InvalidDBParameterGroupState"):
        rds.delete_db_cluster_parameter_group(DBClusterParameterGroupName="c17")
    rds.delete_db_cluster_parameter_group(DBClusterParameterGroupName="c16")


def test_an_upgrade_waits_for_the_window(rds, make):
    make(AURORA)
    available(rds)
    rds.modify_db_cluster(DBClusterIdentifier="one", EngineVersion="16.9")
    assert (shown(rds)["EngineVersion"], shown(rds)["PendingModifiedValues"]) == ("16.4", {"EngineVersion": "16.9"})
    rds.modify_db_cluster(DBClusterIdentifier="one", ApplyImmediately=True)
    assert shown(rds)["EngineVersion"] == "16.9"


def test_a_cluster_stops_and_starts_with_its_instances(rds, make, add, refused):
    make(AURORA)
    add("a")
    available(rds)
    rds.stop_db_cluster(DBClusterIdentifier="one")
    assert [shown(rds)["Status"] for _ in range(2)] == ["stopping", "stopped"]
    with refused("InvalidDBClusterStateFault"):
        rds.stop_db_cluster(DBClusterIdentifier="one")
    with refused("InvalidDBInstanceState"):
        rds.stop_db_instance(DBInstanceIdentifier="a")
    rds.start_db_cluster(DBClusterIdentifier="one")
    assert [shown(rds)["Status"] for _ in range(2)] == ["starting", "available"]
