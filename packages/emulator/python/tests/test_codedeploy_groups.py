import json

import pytest
from ecs_estate import Estate, balanced

STYLE = {"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"}


def moving(minutes=5, wait=0, action="CONTINUE_DEPLOYMENT"):
    ended = {"action": "TERMINATE", "terminationWaitTimeInMinutes": minutes}
    ready = {"actionOnTimeout": action, "waitTimeInMinutes": wait}
    return {"deploymentReadyOption": ready, "terminateBlueInstancesOnDeploymentSuccess": ended}


@pytest.fixture
def deploy(aws, account):
    estate = Estate(aws, account)
    group = estate.target_group("blue")
    estate.target_group("green")
    listener = estate.listen(estate.load_balancer(), group)
    definition = estate.register()
    estate.create(definition, deploymentController={"type": "CODE_DEPLOY"}, loadBalancers=balanced(group))
    estate.create(definition, name="rolling")
    client = aws("codedeploy")
    client.create_application(applicationName="app", computePlatform="ECS")
    client.wanted = {
        "applicationName": "app",
        "deploymentGroupName": "app",
        "serviceRoleArn": f"arn:aws:iam::{account}:role/deploy",
        "deploymentStyle": STYLE,
        "blueGreenDeploymentConfiguration": {"deploymentReadyOption": {"actionOnTimeout": "CONTINUE_DEPLOYMENT"}},
        "ecsServices": [{"clusterName": "main", "serviceName": "app"}],
        "loadBalancerInfo": {
            "targetGroupPairInfoList": [
                {"targetGroups": [{"name": "blue"}, {"name": "green"}], "prodTrafficRoute": {"listenerArns": [listener]}},
            ],
        },
    }
    return client


def get(deploy):
    return deploy.get_deployment_group(applicationName="app", deploymentGroupName="app")["deploymentGroupInfo"]


def test_a_group_keeps_what_it_is_given_until_it_changes(deploy, refused):
    rollback = {"enabled": True, "events": ["DEPLOYMENT_FAILURE"]}
    alarms = {"enabled": True, "alarms": [{"name": "errors"}], "ignorePollAlarmFailure": False}
    deploy.create_deployment_group(**deploy.wanted, autoRollbackConfiguration=rollback, alarmConfiguration=alarms)
    shown = get(deploy)
    assert shown["deploymentConfigName"] == "CodeDeployDefault.ECSAllAtOnce" and shown["computePlatform"] == "ECS"
    assert (shown["autoRollbackConfiguration"], shown["alarmConfiguration"]) == (rollback, alarms)
    linear = "CodeDeployDefault.ECSLinear10PercentEvery3Minutes"
    deploy.update_deployment_group(applicationName="app", currentDeploymentGroupName="app", deploymentConfigName=linear)
    assert get(deploy)["deploymentConfigName"] == linear and get(deploy)["alarmConfiguration"] == alarms
    deploy.delete_deployment_group(applicationName="app", deploymentGroupName="app")
    with refused("DeploymentGroupDoesNotExistException"):
        get(deploy)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ecsServices": [{"clusterName": "main", "serviceName": "rolling"}]}, "InvalidECSServiceException"),
        ({"ecsServices": [{"clusterName": "main", "serviceName": "none"}]}, "InvalidECSServiceException"),
        ({"ecsServices": []}, "InvalidECSServiceException"),
        ({"deploymentStyle": {**STYLE, "deploymentType": "IN_PLACE"}}, "InvalidDeploymentStyleException"),
        ({"blueGreenDeploymentConfiguration": {}}, "InvalidBlueGreenDeploymentConfigurationException"),
        ({"blueGreenDeploymentConfiguration": moving(minutes=2881)}, "InvalidBlueGreenDeploymentConfigurationException"),
        ({"blueGreenDeploymentConfiguration": moving(wait=5)}, "InvalidBlueGreenDeploymentConfigurationException"),
        (
            {"blueGreenDeploymentConfiguration": {**moving(), "greenFleetProvisioningOption": {"action": "DISCOVER_EXISTING"}}},
            "InvalidBlueGreenDeploymentConfigurationException",
        ),
        ({"alarmConfiguration": {"enabled": True, "alarms": []}}, "InvalidAlarmConfigException"),
        ({"alarmConfiguration": {"enabled": True, "alarms": [{"name": "a"}, {"name": "a"}]}}, "InvalidAlarmConfigException"),
        (
            {"alarmConfiguration": {"enabled": True, "alarms": [{"name": str(number)} for number in range(11)]}},
            "AlarmsLimitExceededException",
        ),
        ({"autoRollbackConfiguration": {"enabled": True, "events": []}}, "InvalidAutoRollbackConfigException"),
        ({"loadBalancerInfo": {"targetGroupPairInfoList": []}}, "InvalidTargetGroupPairException"),
        ({"deploymentConfigName": "none"}, "DeploymentConfigDoesNotExistException"),
        ({"deploymentConfigName": "CodeDeployDefault.OneAtATime"}, "InvalidDeploymentConfigNameException"),
        ({"applicationName": "none"}, "ApplicationDoesNotExistException"),
    ],
)
def test_a_group_that_could_deploy_nothing_is_refused(deploy, refused, changes, code):
    with refused(code):
        deploy.create_deployment_group(**deploy.wanted | changes)


def test_a_group_may_wait_for_a_word_and_for_two_days(deploy):
    wanted = {**deploy.wanted, "blueGreenDeploymentConfiguration": moving(minutes=2880, wait=60, action="STOP_DEPLOYMENT")}
    deploy.create_deployment_group(**wanted)
    assert get(deploy)["blueGreenDeploymentConfiguration"] == wanted["blueGreenDeploymentConfiguration"]


def test_a_service_is_of_one_group(deploy, refused):
    deploy.create_deployment_group(**deploy.wanted)
    with refused("ECSServiceMappingLimitExceededException"):
        deploy.create_deployment_group(**deploy.wanted | {"deploymentGroupName": "second"})


def test_an_application_goes_with_its_groups(deploy, refused):
    deploy.create_deployment_group(**deploy.wanted)
    deploy.delete_application(applicationName="app")
    with refused("ApplicationDoesNotExistException"):
        deploy.get_application(applicationName="app")
    deploy.create_application(applicationName="app", computePlatform="ECS")
    with refused("DeploymentGroupDoesNotExistException"):
        get(deploy)


def test_codedeploy_must_be_able_to_assume_its_role(deploy, aws, refused):
    trust = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
    iam = aws("iam")
    iam.create_role(RoleName="deploy", AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": trust}))
    with refused("InvalidRoleException"):
        deploy.create_deployment_group(**deploy.wanted)
    trust["Principal"] = {"Service": "codedeploy.amazonaws.com"}
    iam.update_assume_role_policy(RoleName="deploy", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": trust}))
    deploy.create_deployment_group(**deploy.wanted)


def test_a_configuration_says_how_traffic_moves(deploy, refused):
    canary = {"type": "TimeBasedCanary", "timeBasedCanary": {"canaryPercentage": 25, "canaryInterval": 5}}
    deploy.create_deployment_config(deploymentConfigName="quarter", computePlatform="ECS", trafficRoutingConfig=canary)
    assert deploy.get_deployment_config(deploymentConfigName="quarter")["deploymentConfigInfo"]["trafficRoutingConfig"] == canary
    assert "quarter" in deploy.list_deployment_configs()["deploymentConfigsList"]
    with refused("DeploymentConfigAlreadyExistsException"):
        deploy.create_deployment_config(deploymentConfigName="quarter", computePlatform="ECS", trafficRoutingConfig=canary)
    canary["timeBasedCanary"]["canaryPercentage"] = 100
    with refused("InvalidTrafficRoutingConfigurationException"):
        deploy.create_deployment_config(deploymentConfigName="all", computePlatform="ECS", trafficRoutingConfig=canary)
    deploy.create_deployment_group(**deploy.wanted, deploymentConfigName="quarter")
    with refused("DeploymentConfigInUseException"):
        deploy.delete_deployment_config(deploymentConfigName="quarter")
    deploy.delete_deployment_group(applicationName="app", deploymentGroupName="app")
    deploy.delete_deployment_config(deploymentConfigName="quarter")
    with refused("DeploymentConfigDoesNotExistException"):
        deploy.get_deployment_config(deploymentConfigName="quarter")


@pytest.mark.parametrize("name", ["ECSAllAtOnce", "ECSCanary10Percent15Minutes", "LambdaLinear10PercentEvery1Minute", "OneAtATime"])
def test_awss_own_configurations_are_known_and_stay(aws, refused, name):
    client = aws("codedeploy")
    assert client.get_deployment_config(deploymentConfigName=f"CodeDeployDefault.{name}")
    with refused("InvalidOperationException"):
        client.delete_deployment_config(deploymentConfigName=f"CodeDeployDefault.{name}")
