import json

import pytest
from archive import Archive

PACK = """
Parameters:
  Days: { Type: String, Default: '90' }
  Types: { Type: String, Default: '' }
Conditions:
  HasTypes: !Not [!Equals ['', !Ref Types]]
Resources:
  Keys:
    Type: AWS::Config::ConfigRule
    Properties:
      ConfigRuleName: keys
      InputParameters:
        maxAccessKeyAge: !Ref Days
        notThere: !If [HasTypes, !Ref Types, !Ref AWS::NoValue]
      Source: { Owner: AWS, SourceIdentifier: ACCESS_KEYS_ROTATED }
"""
MORE = """
  Root:
    Type: AWS::Config::ConfigRule
    Properties: { ConfigRuleName: root, Source: { Owner: AWS, SourceIdentifier: ROOT_ACCOUNT_MFA_ENABLED } }
"""


@pytest.fixture
def config(aws, account):
    config = aws("config")
    role = Archive(aws, account).role("config", "config.amazonaws.com")
    config.put_configuration_recorder(ConfigurationRecorder={"name": "default", "roleARN": role})
    return config


def rules(config):
    return config.describe_config_rules()["ConfigRules"]


def states(config):
    return [one["ConformancePackState"] for one in config.describe_conformance_pack_status()["ConformancePackStatusDetails"]]


def test_a_packs_rules_stand_beside_the_others_and_are_its_own(config, refused):
    config.put_conformance_pack(ConformancePackName="pack", TemplateBody=PACK)
    assert states(config) == ["CREATE_IN_PROGRESS"] and states(config) == ["CREATE_COMPLETE"]
    [pack] = config.describe_conformance_packs(ConformancePackNames=["pack"])["ConformancePackDetails"]
    [rule] = rules(config)
    assert rule["ConfigRuleName"] == f"keys-{pack['ConformancePackId']}" and rule["CreatedBy"] == "config-conforms.amazonaws.com"
    assert json.loads(rule["InputParameters"]) == {"maxAccessKeyAge": "90"}
    with refused("AccessDeniedException"):
        config.delete_config_rule(ConfigRuleName=rule["ConfigRuleName"])


def test_a_pack_is_changed_and_deleted_with_its_rules(config, refused):
    config.put_conformance_pack(ConformancePackName="pack", TemplateBody=PACK + MORE)
    assert len(rules(config)) == 2
    days = {"ParameterName": "Days", "ParameterValue": "60"}
    config.put_conformance_pack(ConformancePackName="pack", TemplateBody=PACK, ConformancePackInputParameters=[days])
    [rule] = rules(config)
    assert json.loads(rule["InputParameters"]) == {"maxAccessKeyAge": "60"}
    [pack] = config.describe_conformance_packs()["ConformancePackDetails"]
    assert pack["ConformancePackInputParameters"] == [days]
    config.delete_conformance_pack(ConformancePackName="pack")
    assert rules(config) == [] and states(config) == []
    with refused("NoSuchConformancePackException"):
        config.describe_conformance_packs(ConformancePackNames=["pack"])
    with refused("NoSuchConformancePackException"):
        config.delete_conformance_pack(ConformancePackName="pack")


BUCKET = "Resources: { B: { Type: AWS::S3::Bucket } }"


@pytest.mark.parametrize("body", ["Resources: {}", "Parameters: {}", "a: [", BUCKET])
def test_a_template_must_hold_rules_and_nothing_else(config, refused, body):
    with refused("ConformancePackTemplateValidationException"):
        config.put_conformance_pack(ConformancePackName="pack", TemplateBody=body)


def test_parameters_are_the_templates(config, refused):
    unknown = {"ParameterName": "Weeks", "ParameterValue": "8"}
    with refused("ConformancePackTemplateValidationException"):
        config.put_conformance_pack(ConformancePackName="pack", TemplateBody=PACK, ConformancePackInputParameters=[unknown])
    with refused("ConformancePackTemplateValidationException"):
        config.put_conformance_pack(ConformancePackName="pack", TemplateBody=PACK.replace(", Default: '90'", ""))


def test_a_template_may_lie_in_a_bucket(config, aws, account, refused):
    aws("s3").put_object(Bucket=f"archive-{account}", Key="packs/cis.yaml", Body=PACK)
    where = f"s3://archive-{account}/packs/cis.yaml"
    config.put_conformance_pack(ConformancePackName="pack", TemplateS3Uri=where)
    assert len(rules(config)) == 1
    with refused("ConformancePackTemplateValidationException"):
        config.put_conformance_pack(ConformancePackName="pack", TemplateS3Uri=f"{where}.not")
    with refused("InvalidParameterValueException"):
        config.put_conformance_pack(ConformancePackName="pack", TemplateS3Uri=where, TemplateBody=PACK)


def test_without_a_recorder_a_pack_fails_after_the_call(aws, config):
    away = aws("config", "eu-central-1")
    away.put_conformance_pack(ConformancePackName="pack", TemplateBody=PACK)
    assert states(away) == ["CREATE_IN_PROGRESS"] and states(away) == ["CREATE_FAILED"]
    assert rules(away) == []
