import hashlib
import json

import pytest
from botocore.exceptions import ClientError
from ecs_estate import Estate, balanced

ROLLBACK = {"enabled": True, "events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]}


class BlueGreen(Estate):
    """A service under CODE_DEPLOY with its pair of target groups, listeners and deployment group."""

    def __post_init__(self):
        super().__post_init__()
        self.deploy = self.aws("codedeploy")
        self.blue, self.green = self.target_group("blue"), self.target_group("green")
        balancer = self.load_balancer()
        self.production, self.test = self.listen(balancer, self.blue), self.listen(balancer, self.blue, 8443)
        self.old = self.register()
        self.create(self.old, loadBalancers=balanced(self.blue), deploymentController={"type": "CODE_DEPLOY"})
        self.look(2)
        self.deploy.create_application(applicationName="app", computePlatform="ECS")

    def group(self, **changes):
        pair = {
            "targetGroups": [{"name": "blue"}, {"name": "green"}],
            "prodTrafficRoute": {"listenerArns": [self.production]},
            "testTrafficRoute": {"listenerArns": [self.test]},
        }
        options = {
            "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 0},
            "deploymentReadyOption": {"actionOnTimeout": "CONTINUE_DEPLOYMENT"},
        }
        wanted = {
            "applicationName": "app",
            "deploymentGroupName": "app",
            "serviceRoleArn": self.role,
            "deploymentStyle": {"deploymentType": "BLUE_GREEN", "deploymentOption": "WITH_TRAFFIC_CONTROL"},
            "blueGreenDeploymentConfiguration": options,
            "ecsServices": [{"clusterName": "main", "serviceName": "app"}],
            "loadBalancerInfo": {"targetGroupPairInfoList": [pair]},
        }
        return self.deploy.create_deployment_group(**(wanted | changes))

    def start(self, definition, port=8080, **changes):
        properties = {"TaskDefinition": definition, "LoadBalancerInfo": {"ContainerName": "app", "ContainerPort": port}}
        resource = {"TargetService": {"Type": "AWS::ECS::Service", "Properties": properties | changes}}
        content = json.dumps({"version": 0.0, "Resources": [resource]})
        held = {"content": content, "sha256": hashlib.sha256(content.encode()).hexdigest()}
        revision = {"revisionType": "AppSpecContent", "appSpecContent": held}
        return self.deploy.create_deployment(applicationName="app", deploymentGroupName="app", revision=revision)["deploymentId"]

    def get(self, number):
        return self.deploy.get_deployment(deploymentId=number)["deploymentInfo"]

    def finish(self, number):
        seen = [self.get(number)]
        while seen[-1]["status"] in ("Created", "InProgress"):
            seen.append(self.get(number))
            assert len(seen) < 10
        return [one["status"] for one in seen], seen[-1]

    def forwarded(self, listener):
        action = self.aws("elbv2").describe_listeners(ListenerArns=[listener])["Listeners"][0]["DefaultActions"][0]
        return {group["TargetGroupArn"]: group["Weight"] for group in action["ForwardConfig"]["TargetGroups"]}

    def ecs_target(self, number):
        return self.deploy.get_deployment_target(deploymentId=number, targetId="main:app")["deploymentTarget"]["ecsTarget"]


@pytest.fixture
def app(aws, account):
    return BlueGreen(aws, account)


def test_a_service_under_codedeploy_has_a_primary_task_set_and_no_deployments(app):
    service = app.look()
    assert service["deployments"] == []
    (task_set,) = service["taskSets"]
    assert (task_set["status"], task_set["taskDefinition"], task_set["runningCount"]) == ("PRIMARY", app.old, 1)
    assert app.tasks()[0]["startedBy"] == task_set["id"]


def test_a_deployment_moves_service_and_traffic_to_the_new_revision(app):
    app.group()
    new = app.register()
    number = app.start(new)
    assert app.deploy.list_deployments(includeOnlyStatuses=["Created"])["deployments"] == [number]
    statuses, done = app.finish(number)
    assert statuses == ["Created", "InProgress", "Succeeded"]
    assert done["deploymentOverview"]["Succeeded"] == 1 and done["creator"] == "user" and "errorInformation" not in done
    service = app.look()
    assert service["taskDefinition"] == new and service["loadBalancers"] == balanced(app.green)
    (task_set,) = service["taskSets"]
    assert (task_set["status"], task_set["externalId"], task_set["taskDefinition"]) == ("PRIMARY", number, new)
    assert {task["taskDefinitionArn"] for task in app.tasks()} == {new}
    assert set(app.forwarded(app.production)) == set(app.forwarded(app.test)) == {app.green}
    target = app.ecs_target(number)
    assert target["status"] == "Succeeded" and {event["status"] for event in target["lifecycleEvents"]} == {"Succeeded"}
    assert [(one["taskSetLabel"], one["trafficWeight"], one["targetGroup"]["name"]) for one in target["taskSetsInfo"]] == [
        ("Blue", 0, "blue"),
        ("Green", 100, "green"),
    ]


def test_the_next_deployment_goes_back_to_the_first_target_group(app):
    app.group()
    app.finish(app.start(app.register()))
    app.finish(app.start(app.register()))
    assert set(app.forwarded(app.production)) == {app.blue} and app.look()["loadBalancers"] == balanced(app.blue)


def test_the_new_tasks_stand_behind_the_test_listener_before_they_get_traffic(app):
    app.group()
    number = app.start(app.register())
    app.get(number)
    app.get(number)
    assert set(app.forwarded(app.test)) == {app.green} and set(app.forwarded(app.production)) == {app.blue}
    assert [one["status"] for one in app.look()["taskSets"]] == ["PRIMARY", "ACTIVE"]


def test_listener_rules_that_forward_to_the_pair_move_too(app, aws):
    other = app.target_group("other")
    condition = [{"Field": "path-pattern", "Values": ["/a*"]}]
    for priority, group in ((1, app.blue), (2, other)):
        action = [{"Type": "forward", "TargetGroupArn": group}]
        aws("elbv2").create_rule(ListenerArn=app.production, Conditions=condition, Priority=priority, Actions=action)
    app.group()
    app.finish(app.start(app.register()))
    rules = aws("elbv2").describe_rules(ListenerArn=app.production)["Rules"]
    found = {rule["Priority"]: rule["Actions"][0]["TargetGroupArn"] for rule in rules}
    assert found == {"1": app.green, "2": other, "default": app.green}


@pytest.mark.parametrize("name", ["CodeDeployDefault.ECSCanary10Percent5Minutes", "CodeDeployDefault.ECSLinear10PercentEvery1Minutes"])
def test_canary_and_linear_give_a_share_first(app, name):
    app.group(deploymentConfigName=name)
    number = app.start(app.register())
    for _ in range(3):
        app.get(number)
    assert app.forwarded(app.production) == {app.green: 10, app.blue: 90}
    assert [one["trafficWeight"] for one in app.ecs_target(number)["taskSetsInfo"]] == [90, 10]
    assert app.look()["taskDefinition"] == app.old
    assert app.finish(number)[1]["deploymentConfigName"] == name


def test_a_group_may_wait_before_the_traffic_and_before_the_termination(app):
    options = {
        "terminateBlueInstancesOnDeploymentSuccess": {"action": "TERMINATE", "terminationWaitTimeInMinutes": 5},
        "deploymentReadyOption": {"actionOnTimeout": "STOP_DEPLOYMENT", "waitTimeInMinutes": 10},
    }
    app.group(blueGreenDeploymentConfiguration=options)
    number = app.start(app.register())
    assert app.finish(number)[0][-1] == "Ready"
    assert app.get(number)["status"] == "Ready" and set(app.forwarded(app.production)) == {app.blue}
    app.deploy.continue_deployment(deploymentId=number, deploymentWaitType="READY_WAIT")
    waiting = app.get(number)
    assert waiting["status"] == "InProgress" and waiting["instanceTerminationWaitTimeStarted"]
    assert len(app.look()["taskSets"]) == 2
    app.deploy.continue_deployment(deploymentId=number, deploymentWaitType="TERMINATION_WAIT")
    assert app.get(number)["status"] == "Succeeded" and len(app.look()["taskSets"]) == 1


def test_a_deployment_whose_tasks_do_not_start_fails_and_leaves_the_traffic(app):
    app.group(autoRollbackConfiguration=ROLLBACK)
    number = app.start(app.register(container={"command": ["sh", "-c", "echo no; exit 1"]}))
    statuses, failed = app.finish(number)
    assert statuses[-1] == "Failed" and "replacement task set to become healthy" in failed["errorInformation"]["message"]
    rollback = app.get(failed["rollbackInfo"]["rollbackDeploymentId"])
    assert (rollback["creator"], rollback["status"]) == ("codeDeployRollback", "Succeeded")
    assert rollback["rollbackInfo"]["rollbackTriggeringDeploymentId"] == number
    service = app.look()
    assert service["taskDefinition"] == app.old and [one["status"] for one in service["taskSets"]] == ["PRIMARY"]
    assert set(app.forwarded(app.production)) == set(app.forwarded(app.test)) == {app.blue}
    assert app.tasks("STOPPED")[0]["containers"][0]["exitCode"] == 1
    assert {event["lifecycleEventName"]: event["status"] for event in app.ecs_target(number)["lifecycleEvents"]}["Install"] == "Failed"
    assert app.finish(app.start(app.register()))[0][-1] == "Succeeded"


def test_an_alarm_stops_a_deployment_and_gives_the_traffic_back(app, aws):
    alarm = {"MetricName": "m", "Namespace": "n", "Period": 60, "EvaluationPeriods": 1, "Threshold": 1, "Statistic": "Sum"}
    aws("cloudwatch").put_metric_alarm(AlarmName="errors", ComparisonOperator="GreaterThanThreshold", **alarm)
    alarms = {"enabled": True, "alarms": [{"name": "errors"}]}
    name = "CodeDeployDefault.ECSCanary10Percent5Minutes"
    app.group(autoRollbackConfiguration=ROLLBACK, alarmConfiguration=alarms, deploymentConfigName=name)
    number = app.start(app.register())
    for _ in range(3):
        app.get(number)
    aws("cloudwatch").set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="test")
    stopped = app.get(number)
    assert (stopped["status"], stopped["errorInformation"]["code"]) == ("Stopped", "ALARM_ACTIVE")
    assert set(app.forwarded(app.production)) == {app.blue} and app.look()["taskDefinition"] == app.old


def test_a_stopped_deployment_is_rolled_back_if_asked(app, refused):
    app.group()
    number = app.start(app.register())
    app.get(number)
    app.get(number)
    app.deploy.stop_deployment(deploymentId=number, autoRollbackEnabled=True)
    assert app.get(number)["status"] == "Stopped" and set(app.forwarded(app.test)) == {app.blue}
    with refused("DeploymentAlreadyCompletedException"):
        app.deploy.stop_deployment(deploymentId=number)


def test_until_the_original_is_terminated_a_deployment_can_be_taken_back_whole(app):
    wait = {"action": "TERMINATE", "terminationWaitTimeInMinutes": 5}
    ready = {"actionOnTimeout": "CONTINUE_DEPLOYMENT"}
    app.group(blueGreenDeploymentConfiguration={"terminateBlueInstancesOnDeploymentSuccess": wait, "deploymentReadyOption": ready})
    new = app.register()
    number = app.start(new)
    while not app.get(number)["instanceTerminationWaitTimeStarted"]:
        pass
    assert (app.look()["taskDefinition"], set(app.forwarded(app.production))) == (new, {app.green})
    app.deploy.stop_deployment(deploymentId=number, autoRollbackEnabled=True)
    service = app.look()
    assert (service["taskDefinition"], service["loadBalancers"]) == (app.old, balanced(app.blue))
    assert [one["status"] for one in service["taskSets"]] == ["PRIMARY"] and set(app.forwarded(app.production)) == {app.blue}


def test_a_group_has_one_deployment_at_a_time(app, refused):
    app.group()
    number = app.start(app.register())
    with refused("DeploymentLimitExceededException"):
        app.start(app.old)
    app.finish(number)
    app.finish(app.start(app.old))
    assert app.look()["taskDefinition"] == app.old


def test_a_listener_that_does_not_forward_to_the_pair_fails_the_deployment(app, aws):
    answer = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}
    app.group()
    aws("elbv2").modify_listener(ListenerArn=app.production, DefaultActions=[answer])
    failed = app.finish(app.start(app.register()))[1]
    assert f"Primary taskset target group must be behind listener {app.production}" in failed["errorInformation"]["message"]


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
