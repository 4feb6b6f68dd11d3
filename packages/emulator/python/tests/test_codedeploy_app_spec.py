import hashlib

import pytest
from blue_green import BlueGreen
from botocore.exceptions import ClientError


@pytest.fixture
def app(aws, account):
    return BlueGreen(aws, account)


def test_a_revision_that_does_not_fit_the_service_fails(app):
    app.group()
    failed = app.finish(app.start(app.register(), port=9090))[1]
    assert failed["errorInformation"]["code"] == "ECS_UPDATE_ERROR"
    assert "did not have a container port 9090 defined" in failed["errorInformation"]["message"]
    assert "TaskDefinition not found" in app.finish(app.start("none:1"))[1]["errorInformation"]["message"]


def test_the_app_spec_places_the_new_tasks(app, aws):
    aws("ecs").put_cluster_capacity_providers(cluster="main", capacityProviders=["FARGATE_SPOT"], defaultCapacityProviderStrategy=[])
    app.group()
    subnets = {"AwsvpcConfiguration": {"Subnets": app.subnets[:1], "SecurityGroups": [app.security_group], "AssignPublicIp": "DISABLED"}}
    strategy = [{"CapacityProvider": "FARGATE_SPOT", "Base": 0, "Weight": 1}]
    app.finish(app.start(app.register(), NetworkConfiguration=subnets, CapacityProviderStrategy=strategy, PlatformVersion="LATEST"))
    service = app.look()
    assert service["networkConfiguration"]["awsvpcConfiguration"]["subnets"] == app.subnets[:1]
    assert service["capacityProviderStrategy"] == [{"capacityProvider": "FARGATE_SPOT", "base": 0, "weight": 1}]
    assert "launchType" not in service and app.tasks()[0]["capacityProviderName"] == "FARGATE_SPOT"


def test_hooks_are_not_passed_over_in_silence(app):
    app.group()
    content = "version: 0.0\nResources: []\nHooks:\n  - AfterInstall: check\n"
    revision = {"revisionType": "AppSpecContent", "appSpecContent": {"content": content}}
    with pytest.raises(ClientError, match="NotImplemented"):
        app.deploy.create_deployment(applicationName="app", deploymentGroupName="app", revision=revision)


@pytest.mark.parametrize("content", ["{", "version: 0.0\nResources: []\n", "[]"])
def test_an_app_spec_that_is_none_is_refused(app, content):
    app.group()
    revision = {"revisionType": "AppSpecContent", "appSpecContent": {"content": content}}
    with pytest.raises(ClientError, match="InvalidRevisionException"):
        app.deploy.create_deployment(applicationName="app", deploymentGroupName="app", revision=revision)


def test_an_app_spec_may_be_yaml_and_must_have_its_own_sum(app, refused):
    app.group()
    content = f"""version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: {app.register()}
        LoadBalancerInfo: {{ContainerName: app, ContainerPort: 8080}}
"""
    for sha256, taken in (("0" * 64, False), (hashlib.sha256(content.encode()).hexdigest(), True)):
        revision = {"revisionType": "AppSpecContent", "appSpecContent": {"content": content, "sha256": sha256}}
        wanted = {"applicationName": "app", "deploymentGroupName": "app", "revision": revision}
        if taken:
            assert app.finish(app.deploy.create_deployment(**wanted)["deploymentId"])[0][-1] == "Succeeded"
        else:
            with refused("InvalidRevisionException"):
                app.deploy.create_deployment(**wanted)
