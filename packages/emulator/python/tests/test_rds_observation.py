import json

import pytest

OWN = {"Engine": "postgres", "DBInstanceClass": "db.t4g.medium", "AllocatedStorage": 20, "MasterUsername": "app"}
OWN = {**OWN, "DBSubnetGroupName": "own", "MasterUserPassword": "correct-horse"}


@pytest.fixture
def rds(aws, network):
    client = aws("rds")
    client.create_db_subnet_group(DBSubnetGroupName="own", DBSubnetGroupDescription="own", SubnetIds=[network["a"], network["b"]])
    return client


def shown(rds, name="one"):
    return rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]


def available(rds, name="one"):
    while shown(rds, name)["DBInstanceStatus"] != "available":
        pass


@pytest.fixture
def make(rds):
    def make(**more):
        made = rds.create_db_instance(DBInstanceIdentifier="one", **{**OWN, **more})["DBInstance"]
        available(rds)
        return made

    return make


def role(aws, name, service):
    statement = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    return aws("iam").create_role(RoleName=name, AssumeRolePolicyDocument=document)["Role"]["Arn"]


def test_enhanced_monitoring_needs_a_role_that_trusts_it(aws, rds, make, refused):
    with refused("InvalidParameterValue"):
        make(MonitoringInterval=60, MonitoringRoleArn=role(aws, "other", "ecs.amazonaws.com"))
    own = role(aws, "own", "monitoring.rds.amazonaws.com")
    made = make(MonitoringInterval=60, MonitoringRoleArn=own)
    assert made["EnhancedMonitoringResourceArn"].endswith(f":log-group:RDSOSMetrics:log-stream:{made['DbiResourceId']}")
    rds.modify_db_instance(DBInstanceIdentifier="one", MonitoringInterval=0, ApplyImmediately=True)
    assert (shown(rds)["MonitoringInterval"], "MonitoringRoleArn" in shown(rds)) == (0, False)


def test_insights_are_kept_and_become_advanced_with_all_that_needs(aws, rds, make, refused):
    key = aws("kms").create_key()["KeyMetadata"]["Arn"]
    made = make(EnablePerformanceInsights=True, PerformanceInsightsKMSKeyId=key)
    assert (made["PerformanceInsightsKMSKeyId"], made["PerformanceInsightsRetentionPeriod"], made["DatabaseInsightsMode"]) == (
        key,
        7,
        "standard",
    )

    def change(**what):
        rds.modify_db_instance(DBInstanceIdentifier="one", ApplyImmediately=True, **what)
        available(rds)
        return shown(rds)

    advanced = {"DatabaseInsightsMode": "advanced", "PerformanceInsightsRetentionPeriod": 465}
    with refused("InvalidParameterCombination"):
        change(**advanced)
    now = change(**advanced, EnablePerformanceInsights=True)
    assert (now["DatabaseInsightsMode"], now["PerformanceInsightsRetentionPeriod"], now["PerformanceInsightsKMSKeyId"]) == (
        "advanced",
        465,
        key,
    )
    with refused("InvalidParameterCombination"):
        change(PerformanceInsightsKMSKeyId=aws("kms").create_key()["KeyMetadata"]["Arn"])
    for wrong in ({"EnablePerformanceInsights": False}, {"EnablePerformanceInsights": True, "PerformanceInsightsRetentionPeriod": 7}):
        with refused("InvalidParameterCombination"):
            change(**wrong)
    now = change(EnablePerformanceInsights=False, DatabaseInsightsMode="standard")
    assert (now["PerformanceInsightsEnabled"], "PerformanceInsightsKMSKeyId" in now) == (False, False)


def test_logs_are_exported_by_kinds_that_the_engine_has(rds, make, refused):
    make(EnableCloudwatchLogsExports=["postgresql"])
    change = {"EnableLogTypes": ["upgrade"], "DisableLogTypes": ["postgresql"]}
    rds.modify_db_instance(DBInstanceIdentifier="one", CloudwatchLogsExportConfiguration=change)
    assert shown(rds)["EnabledCloudwatchLogsExports"] == ["upgrade"]
    available(rds)
    with refused("InvalidParameterCombination"):
        rds.modify_db_instance(DBInstanceIdentifier="one", CloudwatchLogsExportConfiguration={"EnableLogTypes": ["audit"]})


def test_rds_makes_log_groups_that_are_missing_and_makes_them_again(aws, rds, make, refused):
    logs = aws("logs")
    logs.create_log_group(logGroupName="/aws/rds/instance/one/upgrade")
    make(EnableCloudwatchLogsExports=["postgresql", "upgrade"])
    with refused("ResourceAlreadyExistsException"):
        logs.create_log_group(logGroupName="/aws/rds/instance/one/postgresql")

    def names():
        return sorted(group["logGroupName"] for group in logs.describe_log_groups()["logGroups"])

    both = ["/aws/rds/instance/one/postgresql", "/aws/rds/instance/one/upgrade"]
    logs.delete_log_group(logGroupName=both[1])
    assert names() == both
    rds.delete_db_instance(DBInstanceIdentifier="one", SkipFinalSnapshot=True)
    for name in both:
        logs.delete_log_group(logGroupName=name)
    assert names() == []


def test_events_are_subscribed_to(aws, rds, make, refused):
    make()
    topic = aws("sns").create_topic(Name="events")["TopicArn"]
    wanted = {"SubscriptionName": "own", "SnsTopicArn": topic, "SourceType": "db-instance", "SourceIds": ["one"]}
    for wrong, code in (
        ({"SnsTopicArn": topic + "x"}, "SNSTopicArnNotFound"),
        ({"SourceIds": ["none"]}, "SourceNotFound"),
        ({"EventCategories": ["no such"]}, "SubscriptionCategoryNotFound"),
        ({"SourceType": "db-nothing"}, "InvalidParameterValue"),
    ):
        with refused(code):
            rds.create_event_subscription(**{**wanted, **wrong})
    made = rds.create_event_subscription(EventCategories=["failover"], **wanted)["EventSubscription"]
    assert (made["Enabled"], made["SourceIdsList"]) == (True, ["one"])
    rds.modify_event_subscription(SubscriptionName="own", EventCategories=["failure", "failover"], Enabled=False)
    rds.remove_source_identifier_from_subscription(SubscriptionName="own", SourceIdentifier="one")
    now = rds.describe_event_subscriptions(SubscriptionName="own")["EventSubscriptionsList"][0]
    assert (now["EventCategoriesList"], now["Enabled"], now.get("SourceIdsList", [])) == (["failure", "failover"], False, [])
    rds.delete_event_subscription(SubscriptionName="own")
    with refused("SubscriptionNotFound"):
        rds.describe_event_subscriptions(SubscriptionName="own")


def test_automated_backups_go_to_another_region_and_may_stay(aws, rds, make, refused):
    made = make(StorageEncrypted=True)
    far = aws("rds", "eu-central-1")
    key = aws("kms", "eu-central-1").create_key()["KeyMetadata"]["Arn"]
    start = {"SourceDBInstanceArn": made["DBInstanceArn"], "KmsKeyId": key}
    with refused("InvalidParameterValue"):
        far.start_db_instance_automated_backups_replication(SourceDBInstanceArn=made["DBInstanceArn"])
    with refused("InvalidParameterValue"):
        rds.start_db_instance_automated_backups_replication(**start)
    arn = far.start_db_instance_automated_backups_replication(**start, BackupRetentionPeriod=14)["DBInstanceAutomatedBackup"]
    arn = arn["DBInstanceAutomatedBackupsArn"]

    def status():
        return far.describe_db_instance_automated_backups(DBInstanceAutomatedBackupsArn=arn)["DBInstanceAutomatedBackups"][0]["Status"]

    assert [status(), status()] == ["pending", "replicating"]
    far.stop_db_instance_automated_backups_replication(SourceDBInstanceArn=made["DBInstanceArn"])
    with refused("DBInstanceAutomatedBackupNotFound"):
        status()
    rds.delete_db_instance(DBInstanceIdentifier="one", SkipFinalSnapshot=True, DeleteAutomatedBackups=False)
    kept = rds.describe_db_instance_automated_backups(DBInstanceIdentifier="one")["DBInstanceAutomatedBackups"]
    assert [one["Status"] for one in kept] == ["retained"]
    rds.delete_db_instance_automated_backup(DbiResourceId=made["DbiResourceId"])
    assert rds.describe_db_instance_automated_backups()["DBInstanceAutomatedBackups"] == []
