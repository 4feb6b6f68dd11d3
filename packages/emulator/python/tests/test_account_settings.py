"""Settings of ECS and Systems Manager, Macie, Inspector, metric filters: what an account or a region has once."""

import pytest


def test_ecs_settings_hold_for_the_account_until_put_back(aws, refused):
    ecs = aws("ecs")

    def value(name):
        [shown] = ecs.list_account_settings(name=name, effectiveSettings=True)["settings"]
        return shown["value"]

    assert value("containerInsights") == "disabled" and value("fargateTaskRetirementWaitPeriod") == "7"
    ecs.put_account_setting_default(name="containerInsights", value="enhanced")
    assert value("containerInsights") == "enhanced"
    assert [one["name"] for one in ecs.list_account_settings()["settings"]] == ["containerInsights"]
    own = ecs.create_cluster(clusterName="own", settings=[{"name": "containerInsights", "value": "disabled"}])["cluster"]
    made = [own, ecs.create_cluster(clusterName="as-the-account")["cluster"]]
    assert [cluster["settings"][0]["value"] for cluster in made] == ["disabled", "enhanced"]
    ecs.delete_account_setting(name="containerInsights")
    assert value("containerInsights") == "disabled"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tagResourceAuthorization", "disabled"),
        ("taskLongArnFormat", "disabled"),
        ("guardDutyActivate", "off"),
        ("containerInsights", "on"),
    ],
)
def test_ecs_settings_have_values_of_their_own(aws, refused, name, value):
    with refused("InvalidParameterException"):
        aws("ecs").put_account_setting_default(name=name, value=value)


def test_settings_of_systems_manager_are_changed_and_reset(aws, account, refused):
    ssm, name = aws("ssm"), "/ssm/documents/console/public-sharing-permission"

    def shown():
        setting = ssm.get_service_setting(SettingId=name)["ServiceSetting"]
        return setting["SettingValue"], setting["Status"]

    assert shown() == ("Enable", "Default")
    ssm.update_service_setting(SettingId=f"arn:aws:ssm:eu-west-1:{account}:servicesetting{name}", SettingValue="Disable")
    assert shown() == ("Disable", "Customized")
    assert ssm.reset_service_setting(SettingId=name)["ServiceSetting"]["Status"] == "Default"
    with refused("ServiceSettingNotFound"):
        ssm.get_service_setting(SettingId="/ssm/none")


def test_macie_is_enabled_once_and_refused_before(aws, refused):
    macie = aws("macie2")
    with refused("AccessDeniedException"):
        macie.get_macie_session()
    macie.enable_macie(findingPublishingFrequency="FIFTEEN_MINUTES")
    with refused("ConflictException"):
        macie.enable_macie()
    macie.update_macie_session(findingPublishingFrequency="ONE_HOUR", status="PAUSED")
    session = macie.get_macie_session()
    assert (session["findingPublishingFrequency"], session["status"]) == ("ONE_HOUR", "PAUSED")
    macie.disable_macie()
    for call in (macie.get_macie_session, macie.disable_macie):
        with refused("AccessDeniedException"):
            call()


def test_a_metric_filter_is_replaced_and_goes_with_its_group(aws, refused):
    logs = aws("logs")

    def put(namespace, **more):
        value = {"metricName": "root", "metricNamespace": namespace, "metricValue": "1", **more}
        logs.put_metric_filter(logGroupName="trail", filterName="root", filterPattern="{ $.a = 1 }", metricTransformations=[value])

    with refused("ResourceNotFoundException"):
        put("CIS")
    logs.create_log_group(logGroupName="trail")
    put("CIS")
    put("CIS5")
    [shown] = logs.describe_metric_filters(logGroupName="trail")["metricFilters"]
    assert shown["metricTransformations"][0]["metricNamespace"] == "CIS5"
    with refused("InvalidParameterException"):
        put("CIS", dimensions={"Who": "$.who"}, defaultValue=0)
    logs.delete_metric_filter(logGroupName="trail", filterName="root")
    with refused("ResourceNotFoundException"):
        logs.delete_metric_filter(logGroupName="trail", filterName="root")
    put("CIS")
    logs.delete_log_group(logGroupName="trail")
    logs.create_log_group(logGroupName="trail")
    assert logs.describe_metric_filters(logGroupName="trail")["metricFilters"] == []


def test_three_accounts_have_each_their_own(aws_of):
    accounts = ("999999999905", "999999999906", "999999999907")
    detectors = {one: aws_of(one)("guardduty").create_detector(Enable=True)["DetectorId"] for one in accounts}
    for account in accounts:
        aws = aws_of(account)
        aws("securityhub").enable_security_hub()
        aws("accessanalyzer").create_analyzer(analyzerName="external", type="ACCOUNT")
        aws("macie2").enable_macie()
        aws("iam").create_account_alias(AccountAlias=f"alias-{account}")
        aws("account").put_alternate_contact(
            AlternateContactType="BILLING", Name=account, Title="t", EmailAddress="a@example.com", PhoneNumber="+353123456"
        )
    for account in accounts:
        aws = aws_of(account)
        assert aws("guardduty").list_detectors()["DetectorIds"] == [detectors[account]]
        assert f":{account}:" in aws("securityhub").describe_hub()["HubArn"]
        assert f":{account}:" in aws("accessanalyzer").get_analyzer(analyzerName="external")["analyzer"]["arn"]
        assert aws("iam").list_account_aliases()["AccountAliases"] == [f"alias-{account}"]
        assert aws("account").get_alternate_contact(AlternateContactType="BILLING")["AlternateContact"]["Name"] == account
