from ecs_estate import primary

BREAKER = {"deploymentCircuitBreaker": {"enable": True, "rollback": True}}


NO_ROLLBACK = {"deploymentCircuitBreaker": {"enable": True, "rollback": False}}


def failing(estate, **container):
    return estate.register(container={"command": ["sh", "-c", "echo no database; exit 3"], **container})


def test_a_deployment_is_in_progress_at_the_first_look_and_complete_at_the_second(estate):
    created = estate.create(estate.register(), desiredCount=2)
    assert (primary(created)["rolloutState"], created["runningCount"]) == ("IN_PROGRESS", 0)
    first = estate.look()
    assert (primary(first)["rolloutState"], first["pendingCount"], first["runningCount"]) == ("IN_PROGRESS", 2, 0)
    second = estate.look()
    assert (primary(second)["rolloutState"], second["pendingCount"], second["runningCount"]) == ("COMPLETED", 0, 2)
    assert second["events"][0]["message"] == "(service app) has reached a steady state."


def test_a_services_tasks_tell_what_runs_and_who_started_them(estate):
    definition = estate.register()
    estate.create(definition, desiredCount=2)
    deployment = primary(estate.look(2))
    tasks = estate.tasks()
    assert len(tasks) == 2
    for task in tasks:
        assert task["taskDefinitionArn"] == definition
        assert (task["startedBy"], task["group"]) == (deployment["id"], "service:app")
        assert (task["lastStatus"], task["launchType"], task["platformVersion"]) == ("RUNNING", "FARGATE", "1.4.0")
        assert task["containers"][0]["name"] == "app" and task["containers"][0]["lastStatus"] == "RUNNING"


def test_the_old_tasks_run_until_the_new_ones_do(estate):
    old = estate.register()
    estate.create(old)
    estate.look(2)
    new = estate.register()
    changed = estate.update(taskDefinition=new)
    assert changed["taskDefinition"] == new
    assert [deployment["status"] for deployment in changed["deployments"]] == ["PRIMARY", "ACTIVE"]
    estate.look()
    assert {task["taskDefinitionArn"] for task in estate.tasks()} == {old, new}
    assert [deployment["taskDefinition"] for deployment in estate.look()["deployments"]] == [new]
    assert {task["taskDefinitionArn"] for task in estate.tasks()} == {new}
    assert estate.tasks("STOPPED")[0]["stopCode"] == "ServiceSchedulerInitiated"


def test_scaling_is_no_new_deployment(estate):
    estate.create(estate.register())
    before = primary(estate.look(2))
    estate.update(desiredCount=3)
    estate.look(2)
    after = estate.look()
    assert (primary(after)["id"], primary(after)["rolloutState"], after["runningCount"]) == (before["id"], "COMPLETED", 3)
    estate.update(desiredCount=0)
    assert estate.look(2)["runningCount"] == 0


def test_a_forced_deployment_runs_the_same_revision_anew(estate):
    definition = estate.register()
    estate.create(definition)
    before = primary(estate.look(2))
    estate.update(forceNewDeployment=True)
    after = primary(estate.look(2))
    assert after["id"] != before["id"] and after["taskDefinition"] == definition


def test_settings_that_no_task_is_made_from_are_no_new_deployment(estate):
    estate.create(estate.register(taskRoleArn=estate.role))
    before = primary(estate.look(2))
    estate.update(deploymentConfiguration=BREAKER, enableExecuteCommand=True, taskDefinition=before["taskDefinition"])
    assert [deployment["id"] for deployment in estate.look()["deployments"]] == [before["id"]]


def test_a_task_that_is_stopped_is_replaced(estate):
    estate.create(estate.register())
    estate.look(2)
    stopped = estate.tasks()[0]["taskArn"]
    estate.ecs.stop_task(cluster="main", task=stopped, reason="looking")
    estate.look(2)
    assert [task["taskArn"] for task in estate.tasks()] != [stopped] and len(estate.tasks()) == 1
    assert estate.tasks("STOPPED")[0]["stoppedReason"] == "looking"


def test_without_a_circuit_breaker_a_deployment_fails_for_ever(estate):
    estate.create(failing(estate))
    estate.look(2)
    counts = [primary(estate.look())["failedTasks"] for _ in range(4)]
    assert counts == sorted(set(counts)) and counts[-1] > 3
    assert primary(estate.look())["rolloutState"] == "IN_PROGRESS"


def test_a_circuit_breaker_stops_a_deployment_that_cannot_start(estate):
    definition = failing(estate)
    estate.create(definition, deploymentConfiguration=NO_ROLLBACK)
    failed = primary(estate.look(6))
    assert failed["rolloutState"] == "FAILED" and failed["failedTasks"] == 3
    assert failed["rolloutStateReason"] == "ECS deployment circuit breaker: tasks failed to start."
    assert failed["taskDefinition"] == definition and estate.look()["runningCount"] == 0


def test_a_circuit_breaker_rolls_back_to_the_last_deployment_that_completed(estate):
    good = estate.register()
    estate.create(good, desiredCount=2, deploymentConfiguration=BREAKER)
    first = primary(estate.look(2))
    bad = failing(estate)
    estate.update(taskDefinition=bad)
    while primary(service := estate.look())["taskDefinition"] == bad:
        assert service["runningCount"] == 2, "the old tasks go on"
    back, failed = service["deployments"]
    assert (back["id"], back["status"], back["rolloutState"]) == (first["id"], "PRIMARY", "IN_PROGRESS")
    assert back["rolloutStateReason"] == f"ECS deployment circuit breaker: rolling back to deploymentId {first['id']}."
    assert (failed["status"], failed["rolloutState"], failed["taskDefinition"]) == ("ACTIVE", "FAILED", bad)
    settled = estate.look(3)
    assert settled["taskDefinition"] == good and settled["runningCount"] == 2
    assert [(one["id"], one["rolloutState"]) for one in settled["deployments"]] == [(first["id"], "COMPLETED")]
    messages = [event["message"] for event in settled["events"]]
    assert f"(service app) (deployment {failed['id']}) deployment failed: tasks failed to start." in messages
    assert {task["startedBy"] for task in estate.tasks("STOPPED")} == {failed["id"]}


def test_a_rollback_passes_by_a_deployment_that_never_completed(estate):
    good = estate.register()
    estate.create(good, deploymentConfiguration=BREAKER)
    estate.look(2)
    for _ in range(2):
        estate.update(taskDefinition=failing(estate))
        estate.look(2)
    assert estate.look(5)["taskDefinition"] == good


def test_a_broken_program_leaves_its_exit_code_and_its_last_words(estate, aws):
    aws("logs").create_log_group(logGroupName="/app")
    options = {"awslogs-group": "/app", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs"}
    logging = {"logDriver": "awslogs", "options": options}
    definition = failing(estate, entryPoint=["sh", "-c"], command=["echo no database; exit 3"], logConfiguration=logging)
    estate.create(definition)
    estate.look(2)
    task = estate.tasks("STOPPED")[0]
    assert (task["stopCode"], task["stoppedReason"]) == ("EssentialContainerExited", "Essential container in task exited")
    assert task["containers"][0]["exitCode"] == 3
    stream = f"ecs/app/{task['taskArn'].split('/')[-1]}"
    events = aws("logs").get_log_events(logGroupName="/app", logStreamName=stream)["events"]
    assert [event["message"] for event in events] == ["no database"]


def test_an_alarm_stops_a_deployment_and_rolls_it_back(estate, aws):
    alarm = {"MetricName": "m", "Namespace": "n", "Period": 60, "EvaluationPeriods": 1, "Threshold": 1, "Statistic": "Sum"}
    aws("cloudwatch").put_metric_alarm(AlarmName="errors", ComparisonOperator="GreaterThanThreshold", **alarm)
    alarms = {"alarms": {"alarmNames": ["errors"], "enable": True, "rollback": True}}
    good = estate.register()
    estate.create(good, deploymentConfiguration=alarms)
    estate.look(2)
    estate.update(taskDefinition=estate.register())
    aws("cloudwatch").set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="test")
    estate.look()
    assert estate.look(3)["taskDefinition"] == good
