import pytest

RULE = {
    "RuleName": "app",
    "Priority": 100,
    "FixedRate": 0.1,
    "ReservoirSize": 1,
    "ServiceName": "*",
    "ServiceType": "*",
    "Host": "*",
    "HTTPMethod": "*",
    "URLPath": "*",
    "ResourceARN": "*",
    "Version": 1,
}


@pytest.fixture
def xray(aws):
    return aws("xray")


def test_a_sampling_rule_is_made_changed_and_deleted(xray, refused):
    made = xray.create_sampling_rule(SamplingRule=RULE, Tags=[{"Key": "a", "Value": "1"}])["SamplingRuleRecord"]["SamplingRule"]
    assert made["RuleARN"].endswith(":sampling-rule/app")
    xray.update_sampling_rule(SamplingRuleUpdate={"RuleName": "app", "FixedRate": 0.5})
    (record,) = xray.get_sampling_rules()["SamplingRuleRecords"]
    assert (record["SamplingRule"]["FixedRate"], record["SamplingRule"]["Priority"]) == (0.5, 100)
    assert xray.list_tags_for_resource(ResourceARN=made["RuleARN"])["Tags"] == [{"Key": "a", "Value": "1"}]
    with refused("InvalidRequestException"):
        xray.create_sampling_rule(SamplingRule=RULE)
    xray.delete_sampling_rule(RuleName="app")
    assert xray.get_sampling_rules()["SamplingRuleRecords"] == []
    with refused("InvalidRequestException"):
        xray.delete_sampling_rule(RuleName="app")


def test_a_sampling_rule_has_a_priority_and_a_rate(xray, refused):
    for change in ({"Priority": 10000}, {"FixedRate": 1.5}):
        with refused("InvalidRequestException"):
            xray.create_sampling_rule(SamplingRule=RULE | change)


def test_a_group_is_made_changed_tagged_and_deleted(xray, refused):
    made = xray.create_group(GroupName="slow", FilterExpression="responsetime > 5")["Group"]
    assert made["InsightsConfiguration"] == {"InsightsEnabled": False, "NotificationsEnabled": False}
    xray.update_group(GroupName="slow", InsightsConfiguration={"InsightsEnabled": True})
    shown = xray.get_group(GroupARN=made["GroupARN"])["Group"]
    assert shown["FilterExpression"] == "responsetime > 5" and shown["InsightsConfiguration"]["InsightsEnabled"]
    xray.tag_resource(ResourceARN=made["GroupARN"], Tags=[{"Key": "a", "Value": "1"}])
    xray.untag_resource(ResourceARN=made["GroupARN"], TagKeys=["a"])
    assert xray.list_tags_for_resource(ResourceARN=made["GroupARN"])["Tags"] == []
    with refused("InvalidRequestException"):
        xray.update_group(GroupName="slow", InsightsConfiguration={"InsightsEnabled": False, "NotificationsEnabled": True})
    xray.delete_group(GroupName="slow")
    with refused("InvalidRequestException"):
        xray.get_group(GroupName="slow")
