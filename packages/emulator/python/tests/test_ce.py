import pytest

SERVICES = {"MonitorName": "services", "MonitorType": "DIMENSIONAL", "MonitorDimension": "SERVICE"}
ABSOLUTE = {"Dimensions": {"Key": "ANOMALY_TOTAL_IMPACT_ABSOLUTE", "Values": ["100"], "MatchOptions": ["GREATER_THAN_OR_EQUAL"]}}
MAIL = {"Type": "EMAIL", "Address": "ops@example.com"}
TOPIC = {"Type": "SNS", "Address": "arn:aws:sns:eu-west-1:111111111111:money"}


@pytest.fixture
def ce(aws):
    return aws("ce", "us-east-1")


@pytest.fixture
def monitor(ce):
    return ce.create_anomaly_monitor(AnomalyMonitor=SERVICES, ResourceTags=[{"Key": "a", "Value": "1"}])["MonitorArn"]


def test_one_monitor_watches_the_services(ce, monitor, refused):
    with refused("LimitExceededException"):
        ce.create_anomaly_monitor(AnomalyMonitor={**SERVICES, "MonitorName": "more"})
    with refused("ValidationException"):
        ce.create_anomaly_monitor(AnomalyMonitor={"MonitorName": "custom", "MonitorType": "CUSTOM"})
    ce.update_anomaly_monitor(MonitorArn=monitor, MonitorName="all")
    [shown] = ce.get_anomaly_monitors(MonitorArnList=[monitor])["AnomalyMonitors"]
    assert (shown["MonitorName"], shown["MonitorDimension"]) == ("all", "SERVICE")
    ce.tag_resource(ResourceArn=monitor, ResourceTags=[{"Key": "b", "Value": "2"}])
    ce.untag_resource(ResourceArn=monitor, ResourceTagKeys=["a"])
    assert ce.list_tags_for_resource(ResourceArn=monitor)["ResourceTags"] == [{"Key": "b", "Value": "2"}]
    ce.delete_anomaly_monitor(MonitorArn=monitor)
    assert ce.get_anomaly_monitors()["AnomalyMonitors"] == []
    with refused("UnknownMonitorException"):
        ce.delete_anomaly_monitor(MonitorArn=monitor)
    with refused("ResourceNotFoundException"):
        ce.list_tags_for_resource(ResourceArn=monitor)


def test_topics_are_told_at_once_and_mail_addresses_by_the_day(ce, monitor, refused):
    daily = {
        "SubscriptionName": "s",
        "MonitorArnList": [monitor],
        "Frequency": "DAILY",
        "Subscribers": [MAIL],
        "ThresholdExpression": ABSOLUTE,
    }
    wrongs = ({"Frequency": "IMMEDIATE"}, {"Subscribers": [TOPIC]}, {"Subscribers": [MAIL, TOPIC]}, {"Threshold": 100.0})
    for wrong in wrongs:
        with refused("ValidationException"):
            ce.create_anomaly_subscription(AnomalySubscription={**daily, **wrong})
    with refused("UnknownMonitorException"):
        ce.create_anomaly_subscription(AnomalySubscription={**daily, "MonitorArnList": [f"{monitor}0"]})
    arn = ce.create_anomaly_subscription(AnomalySubscription=daily)["SubscriptionArn"]
    ce.update_anomaly_subscription(SubscriptionArn=arn, Frequency="IMMEDIATE", Subscribers=[TOPIC])
    with refused("ValidationException"):
        ce.update_anomaly_subscription(SubscriptionArn=arn, Frequency="WEEKLY")
    ce.update_anomaly_subscription(SubscriptionArn=arn, Threshold=50.0)
    [shown] = ce.get_anomaly_subscriptions(MonitorArn=monitor)["AnomalySubscriptions"]
    assert (shown["Frequency"], shown["Threshold"], shown.get("ThresholdExpression")) == ("IMMEDIATE", 50.0, None)
    ce.delete_anomaly_subscription(SubscriptionArn=arn)
    assert ce.get_anomaly_subscriptions(SubscriptionArnList=[arn])["AnomalySubscriptions"] == []
    with refused("UnknownSubscriptionException"):
        ce.delete_anomaly_subscription(SubscriptionArn=arn)


def activate(ce, *keys, status="Active"):
    wanted = [{"TagKey": key, "Status": status} for key in keys]
    return [(one["TagKey"], one["Code"]) for one in ce.update_cost_allocation_tags_status(CostAllocationTagsStatus=wanted)["Errors"]]


def test_billing_knows_a_tag_a_day_after_its_first_use(aws, ce):
    assert activate(ce, "Team") == [("Team", "TagKeysNotFoundException")]
    aws("kms").create_key(Tags=[{"TagKey": "Team", "TagValue": "a"}])
    assert activate(ce, "Team") == [("Team", "TagKeysNotFoundException")]  # the day of its first use
    assert activate(ce, "Team", "Other") == [("Other", "TagKeysNotFoundException")]
    [shown] = ce.list_cost_allocation_tags(Status="Active")["CostAllocationTags"]
    assert (shown["TagKey"], shown["Type"]) == ("Team", "UserDefined")
    assert activate(ce, "Team", status="Inactive") == []
    assert ce.list_cost_allocation_tags(Status="Active")["CostAllocationTags"] == []


def test_cost_allocation_tags_are_the_management_accounts(aws, aws_of, ce, refused):
    organizations = aws("organizations")
    organizations.create_organization(FeatureSet="ALL")
    member = organizations.create_account(Email="m@example.com", AccountName="m")["CreateAccountStatus"]["AccountId"]
    vpc = aws_of(member)("ec2").create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    aws_of(member)("ec2").create_tags(Resources=[vpc], Tags=[{"Key": "Team", "Value": "a"}])
    with refused("AccessDeniedException"):
        activate(aws_of(member)("ce", "us-east-1"), "Team")
    assert ce.list_cost_allocation_tags()["CostAllocationTags"] == []
    assert [one["TagKey"] for one in ce.list_cost_allocation_tags()["CostAllocationTags"]] == ["Team"]
