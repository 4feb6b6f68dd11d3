import pytest
from blue_green import BlueGreen
from ecs_estate import balanced

ROLLBACK = {"enabled": True, "events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]}


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
