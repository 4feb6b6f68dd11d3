from instance import available, shown


def test_a_major_upgrade_of_postgres_needs_logical_replication_in_effect(rds, make, refused):
    for major in ("16", "17"):
        rds.create_db_parameter_group(DBParameterGroupName=f"pg{major}", DBParameterGroupFamily=f"postgres{major}", Description="own")
    watched = {"EnableIAMDatabaseAuthentication": True, "EnablePerformanceInsights": True, "DBInstanceClass": "db.t4g.medium"}
    source = make(EngineVersion="16.3", BackupRetentionPeriod=7, DBParameterGroupName="pg16", **watched)["DBInstanceArn"]
    available(rds)
    wanted = {"BlueGreenDeploymentName": "bg", "Source": source, "TargetEngineVersion": "17"}
    for group in ({}, {"TargetDBParameterGroupName": "pg16"}):
        with refused("InvalidParameterCombination"):
            rds.create_blue_green_deployment(**wanted, **group)
    wanted["TargetDBParameterGroupName"] = "pg17"
    with refused("SourceDatabaseNotSupportedFault"):
        rds.create_blue_green_deployment(**wanted)
    on = {"ParameterName": "rds.logical_replication", "ParameterValue": "1", "ApplyMethod": "pending-reboot"}
    rds.modify_db_parameter_group(DBParameterGroupName="pg16", Parameters=[on])
    with refused("SourceDatabaseNotSupportedFault"):
        rds.create_blue_green_deployment(**wanted)
    rds.reboot_db_instance(DBInstanceIdentifier="one")
    available(rds)
    made = rds.create_blue_green_deployment(**wanted)["BlueGreenDeployment"]
    green = shown(rds, made["Target"].split(":")[-1])
    assert (green["EngineVersion"].split(".")[0], green["DBParameterGroups"][0]["DBParameterGroupName"]) == ("17", "pg17")
    assert "." in green["EngineVersion"]
    insights = ("PerformanceInsightsEnabled", "PerformanceInsightsKMSKeyId", "PerformanceInsightsRetentionPeriod")
    assert [green[name] for name in insights] == [shown(rds)[name] for name in insights]
    assert green["IAMDatabaseAuthenticationEnabled"] and green["PerformanceInsightsEnabled"]


def test_a_green_copy_is_of_no_older_version(rds, make, refused):
    source = make(EngineVersion="17.5", BackupRetentionPeriod=7)["DBInstanceArn"]
    available(rds)
    with refused("InvalidParameterCombination"):
        rds.create_blue_green_deployment(BlueGreenDeploymentName="bg", Source=source, TargetEngineVersion="16.3")
