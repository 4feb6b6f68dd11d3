import json

import pytest


@pytest.fixture
def logs(aws):
    return aws("logs")


@pytest.fixture
def key_for(aws, account):
    def make(**condition):
        service = {
            "Effect": "Allow",
            "Principal": {"Service": "logs.eu-west-1.amazonaws.com"},
            "Action": ["kms:Decrypt", "kms:GenerateDataKey*"],
        }
        root = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "kms:*"}
        statements = [{**statement, "Resource": "*"} for statement in (root, {**service, **condition})]
        policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
        return aws("kms").create_key(Policy=policy)["KeyMetadata"]["Arn"]

    return make


def test_a_retention_that_aws_does_not_know_is_refused(logs, refused):
    logs.create_log_group(logGroupName="g")
    with refused("InvalidParameterException"):
        logs.put_retention_policy(logGroupName="g", retentionInDays=42)
    logs.put_retention_policy(logGroupName="g", retentionInDays=365)
    assert logs.describe_log_groups(logGroupNamePrefix="g")["logGroups"][0]["retentionInDays"] == 365


def test_a_key_must_let_the_service_use_it(logs, aws, key_for, refused):
    stranger = aws("kms").create_key()["KeyMetadata"]["Arn"]
    for key in (stranger, stranger[:-4] + "0000"):
        with refused("AccessDeniedException"):
            logs.create_log_group(logGroupName="g", kmsKeyId=key)
    logs.create_log_group(logGroupName="g", kmsKeyId=key_for())
    assert "kmsKeyId" in logs.describe_log_groups(logGroupNamePrefix="g")["logGroups"][0]


def test_a_keys_condition_on_the_group_holds(logs, account, key_for, refused):
    group = f"arn:aws:logs:eu-west-1:{account}:log-group:"
    key = key_for(Condition={"ArnLike": {"kms:EncryptionContext:aws:logs:arn": f"{group}/app/*"}})
    with refused("AccessDeniedException"):
        logs.create_log_group(logGroupName="/other", kmsKeyId=key)
    logs.create_log_group(logGroupName="/app/web", kmsKeyId=key)
