import json

import pytest
from archive import Archive

PUT = {"Effect": "Allow", "Action": ["s3:PutObject", "s3:GetBucketAcl"], "Resource": "*"}
SERVICE = "config.amazonaws.com"


@pytest.fixture
def config(aws):
    return aws("config")


@pytest.fixture
def archive(aws, account):
    return Archive(aws, account)


def record(config, role, name="default", **more):
    config.put_configuration_recorder(ConfigurationRecorder={"name": name, "roleARN": role, **more})


def deliver(config, archive, name="default", **more):
    config.put_delivery_channel(DeliveryChannel={"name": name, "s3BucketName": archive.bucket, **more})


def test_one_recorder_and_one_channel_stand_in_a_region(config, aws, archive, refused):
    role = archive.role("config", SERVICE)
    archive.let()
    with refused("NoAvailableConfigurationRecorderException"):
        deliver(config, archive)
    record(config, role)
    with refused("MaxNumberOfConfigurationRecordersExceededException"):
        record(config, role, "second")
    record(aws("config", "eu-central-1"), role, "second")
    with refused("NoAvailableDeliveryChannelException"):
        config.start_configuration_recorder(ConfigurationRecorderName="default")
    deliver(config, archive)
    with refused("MaxNumberOfDeliveryChannelsExceededException"):
        deliver(config, archive, "second")
    config.start_configuration_recorder(ConfigurationRecorderName="default")
    [status] = config.describe_configuration_recorder_status()["ConfigurationRecordersStatus"]
    assert status["recording"]
    with refused("LastDeliveryChannelDeleteFailedException"):
        config.delete_delivery_channel(DeliveryChannelName="default")
    config.stop_configuration_recorder(ConfigurationRecorderName="default")
    config.delete_delivery_channel(DeliveryChannelName="default")
    config.delete_configuration_recorder(ConfigurationRecorderName="default")
    assert config.describe_configuration_recorders()["ConfigurationRecorders"] == []


def test_a_recorder_keeps_how_often_it_records(config, archive, refused):
    role = archive.role("config", SERVICE)

    def mode():
        return config.describe_configuration_recorders()["ConfigurationRecorders"][0]["recordingMode"]

    record(config, role)
    assert mode() == {"recordingFrequency": "CONTINUOUS"}
    daily = {"recordingFrequency": "DAILY"}
    record(config, role, recordingMode=daily)
    assert mode() == daily
    never = {"resourceTypes": ["AWS::Config::ResourceCompliance"], **daily}
    with refused("ValidationException"):
        record(config, role, recordingMode={"recordingFrequency": "CONTINUOUS", "recordingModeOverrides": [never]})
    everything = {"allSupported": True, "includeGlobalResourceTypes": True, "exclusionByResourceTypes": {}}
    record(config, role, recordingGroup=everything)
    assert config.describe_configuration_recorders()["ConfigurationRecorders"][0]["recordingGroup"]["allSupported"]


def test_a_channel_delivers_by_the_role_or_as_the_service(config, archive, refused):
    record(config, archive.role("idle", SERVICE))
    with refused("InsufficientDeliveryPolicyException"):
        deliver(config, archive)
    archive.let(accounts=["222222222222"])
    with refused("InsufficientDeliveryPolicyException"):
        deliver(config, archive)
    archive.let()
    deliver(config, archive)
    with refused("InsufficientDeliveryPolicyException"):
        deliver(config, archive, s3KeyPrefix="config")
    archive.deny()
    record(config, archive.role("writer", SERVICE, PUT))
    deliver(config, archive, s3KeyPrefix="config")
    with refused("NoSuchBucketException"):
        config.put_delivery_channel(DeliveryChannel={"name": "default", "s3BucketName": "nobodys-bucket"})


def test_a_channels_key_must_let_it_encrypt(config, archive, refused):
    archive.let()
    record(config, archive.role("idle", SERVICE))
    with refused("InsufficientDeliveryPolicyException"):
        deliver(config, archive, s3KmsKeyArn=archive.key())
    with refused("InvalidS3KmsKeyArnException"):
        deliver(config, archive, s3KmsKeyArn="alias/key")
    deliver(config, archive, s3KmsKeyArn=archive.key(SERVICE))


def test_an_archive_may_be_another_accounts(aws_of, account, refused):
    config, archive = aws_of(account)("config"), Archive(aws_of("999999999904"), "999999999904")
    record(config, Archive(aws_of(account), account).role("writer", SERVICE, PUT))
    archive.let(accounts=["222222222222"])
    with refused("InsufficientDeliveryPolicyException"):
        deliver(config, archive)
    archive.let(accounts=[account])
    deliver(config, archive)


def rule(name, **more):
    return {"ConfigRuleName": name, "Source": {"Owner": "AWS", "SourceIdentifier": "ACCESS_KEYS_ROTATED"}, **more}


def test_a_rule_needs_a_recorder(config, archive, refused):
    with refused("NoAvailableConfigurationRecorderException"):
        config.put_config_rule(ConfigRule=rule("keys"))
    record(config, archive.role("config", SERVICE))
    config.put_config_rule(ConfigRule=rule("keys", InputParameters='{"maxAccessKeyAge": "90"}'))
    config.put_config_rule(ConfigRule=rule("keys", InputParameters='{"maxAccessKeyAge": "60"}'))
    [shown] = config.describe_config_rules(ConfigRuleNames=["keys"])["ConfigRules"]
    assert json.loads(shown["InputParameters"]) == {"maxAccessKeyAge": "60"}
    config.delete_config_rule(ConfigRuleName="keys")
    with refused("NoSuchConfigRuleException"):
        config.describe_config_rules(ConfigRuleNames=["keys"])
