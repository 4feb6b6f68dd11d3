def run(estate, definition, **changes):
    wanted = {"cluster": "main", "taskDefinition": definition, "launchType": "FARGATE", "networkConfiguration": estate.network}
    return estate.ecs.run_task(**(wanted | changes))["tasks"]


def look(estate, task):
    return estate.ecs.describe_tasks(cluster="main", tasks=[task["taskArn"]])["tasks"][0]


def test_a_one_off_task_is_seen_running_and_then_has_ended_well(estate):
    (task,) = run(estate, estate.register(), startedBy="pipeline")
    assert (task["lastStatus"], task["group"], task["startedBy"]) == ("PROVISIONING", "family:app", "pipeline")
    running = look(estate, task)
    assert running["lastStatus"] == "RUNNING" and running["attachments"][0]["status"] == "ATTACHED"
    ended = look(estate, task)
    assert (ended["lastStatus"], ended["stopCode"]) == ("STOPPED", "EssentialContainerExited")
    assert [container["exitCode"] for container in ended["containers"]] == [0]
    assert estate.ecs.list_tasks(cluster="main", family="app")["taskArns"] == []
    assert estate.ecs.list_tasks(cluster="main", startedBy="pipeline", desiredStatus="STOPPED")["taskArns"] == [task["taskArn"]]


def test_a_one_off_task_may_fail(estate):
    overrides = {"containerOverrides": [{"name": "app", "command": ["sh", "-c", "echo no table; exit 2"]}]}
    (task,) = run(estate, estate.register(), overrides=overrides)
    look(estate, task)
    assert look(estate, task)["containers"][0]["exitCode"] == 2


def test_a_task_without_its_image_never_runs(estate, account):
    (task,) = run(estate, estate.register(container={"image": f"{account}.dkr.ecr.eu-west-1.amazonaws.com/none:1"}))
    ended = look(estate, task)
    assert (ended["lastStatus"], ended["stopCode"]) == ("STOPPED", "TaskFailedToStart")
    assert "exitCode" not in ended["containers"][0] and "startedAt" not in ended


def test_the_end_of_an_essential_container_is_the_end_of_the_others(estate):
    sidecar = {"name": "agent", "image": "public.ecr.aws/agent:1", "essential": True}
    estate.create(estate.register(container={"command": ["sh", "-c", "echo bye; exit 1"]}, sidecars=[sidecar]))
    estate.look(2)
    codes = {container["name"]: container["exitCode"] for container in estate.tasks("STOPPED")[0]["containers"]}
    assert codes == {"app": 1, "agent": 143}


def test_a_container_that_is_not_essential_may_end(estate):
    sidecar = {"name": "init", "image": "public.ecr.aws/init:1", "essential": False, "command": ["sh", "-c", "echo ready; exit 0"]}
    estate.create(estate.register(sidecars=[sidecar]))
    assert estate.look(2)["runningCount"] == 1
    assert {one["name"]: one["lastStatus"] for one in estate.tasks()[0]["containers"]} == {"app": "RUNNING", "init": "STOPPED"}


def test_a_task_can_be_stopped_and_one_that_is_not_there_is_missing(estate, refused):
    (task,) = run(estate, estate.register())
    assert estate.ecs.stop_task(cluster="main", task=task["taskArn"], reason="enough")["task"]["stoppedReason"] == "enough"
    assert look(estate, task)["lastStatus"] == "STOPPED"
    assert estate.ecs.describe_tasks(cluster="main", tasks=["none"])["failures"][0]["reason"] == "MISSING"
    with refused("InvalidParameterException"):
        estate.ecs.stop_task(cluster="main", task="none")


def test_a_task_of_fargate_needs_a_network(estate, refused):
    with refused("InvalidParameterException"):
        estate.ecs.run_task(cluster="main", taskDefinition=estate.register(), launchType="FARGATE")


def test_tags_reach_the_tasks_of_a_service_that_propagates_them(estate):
    own = [{"key": "team", "value": "web"}]
    estate.create(estate.register(), tags=own, propagateTags="SERVICE", enableECSManagedTags=True)
    estate.look(2)
    arns = estate.ecs.list_tasks(cluster="main", serviceName="app")["taskArns"]
    tags = estate.ecs.describe_tasks(cluster="main", tasks=arns, include=["TAGS"])["tasks"][0]["tags"]
    assert {tag["key"]: tag["value"] for tag in tags} == {"team": "web", "aws:ecs:clusterName": "main", "aws:ecs:serviceName": "app"}


def test_a_service_is_tagged_like_anything_else(estate):
    arn = estate.create(estate.register(), tags=[{"key": "a", "value": "1"}])["serviceArn"]
    estate.ecs.tag_resource(resourceArn=arn, tags=[{"key": "b", "value": "2"}])
    estate.ecs.untag_resource(resourceArn=arn, tagKeys=["a"])
    assert estate.ecs.list_tags_for_resource(resourceArn=arn)["tags"] == [{"key": "b", "value": "2"}]
    assert "tags" not in estate.look() or estate.look()["tags"] == []
    shown = estate.ecs.describe_services(cluster="main", services=["app"], include=["TAGS"])["services"][0]
    assert shown["tags"] == [{"key": "b", "value": "2"}]
