import json

import pytest
from botocore.exceptions import ClientError

STATEMENT = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [STATEMENT]})
METRICS = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "main"}


@pytest.mark.parametrize(
    ("service", "operation", "params", "code", "text"),
    [
        ("iam", "create_role", {"RoleName": "r" * 65, "AssumeRolePolicyDocument": TRUST}, "ValidationError", "at 'roleName'"),
        (
            "iam",
            "create_role",
            {"RoleName": "r", "AssumeRolePolicyDocument": TRUST, "Description": "the service’s"},
            "ValidationError",
            "at 'description' failed to satisfy constraint: Member must satisfy regular expression pattern",
        ),
        (
            "wafv2",
            "create_web_acl",
            {"Name": "main", "Scope": "REGIONAL", "DefaultAction": {}, "Description": "(main)", "VisibilityConfig": METRICS},
            "ValidationException",
            "at 'description'",
        ),
        ("ecr", "create_repository", {"repositoryName": "Shop/api"}, "InvalidParameterException", "at 'repositoryName'"),
        ("ecr", "create_repository", {"repositoryName": "api", "imageTagMutability": "NO"}, "InvalidParameterException", "enum value set"),
        (
            "elbv2",
            "create_target_group",
            {"Name": "a", "HealthCheckIntervalSeconds": 301},
            "ValidationError",
            "Value '301' at 'healthCheckIntervalSeconds' failed to satisfy constraint: Member must have value less than or equal to 300",
        ),
        (
            "codedeploy",
            "create_application",
            {"applicationName": "a" * 101},
            "ValidationException",
            "Member must have length less than or equal to 100",
        ),
        ("kms", "create_key", {"Tags": [{"TagKey": "k" * 129, "TagValue": ""}]}, "ValidationException", "at 'tags.1.member.tagKey'"),
    ],
)
def test_what_the_apis_model_says_of_a_parameter_holds(aws, service, operation, params, code, text):
    with pytest.raises(ClientError) as refusal:
        getattr(aws(service), operation)(**params)
    error = refusal.value.response["Error"]
    assert error["Code"] == code and "1 validation error detected: Value" in error["Message"] and text in error["Message"]


def test_all_that_is_wrong_is_told_at_once(aws):
    with pytest.raises(ClientError, match=r"2 validation errors detected: .*'name'.*; .*'groupName'"):
        aws("scheduler").create_schedule(
            Name="a b",
            GroupName="c d",
            ScheduleExpression="rate(1 day)",
            FlexibleTimeWindow={"Mode": "OFF"},
            Target={"Arn": "arn:aws:sqs:eu-west-1:123456789012:q", "RoleArn": "arn:aws:iam::123456789012:role/r"},
        )


def test_a_secret_that_is_too_long_is_not_repeated(aws):
    with pytest.raises(ClientError, match="Value at 'secretString'") as refusal:
        aws("secretsmanager").create_secret(Name="a", SecretString="canary" * 11000)
    assert "canary" not in str(refusal.value)


def test_ids_that_moto_makes_in_a_form_of_its_own_are_taken(aws):
    waf = aws("wafv2")
    made = waf.create_ip_set(Name="office", Scope="REGIONAL", IPAddressVersion="IPV4", Addresses=[])["Summary"]
    waf.delete_ip_set(Name="office", Scope="REGIONAL", Id=made["Id"], LockToken=made["LockToken"])
