import json

import pytest


@pytest.fixture
def scheduler(aws):
    return aws("scheduler")


@pytest.fixture
def schedule(account):
    ecs = {"TaskDefinitionArn": f"arn:aws:ecs:eu-west-1:{account}:task-definition/job", "TaskCount": 1}
    role = f"arn:aws:iam::{account}:role/scheduler"
    target = {"Arn": f"arn:aws:ecs:eu-west-1:{account}:cluster/main", "RoleArn": role, "EcsParameters": ecs}
    return {"Name": "job", "ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": target}


def test_a_schedule_is_made_changed_and_deleted(scheduler, schedule, refused):
    scheduler.create_schedule(**schedule)
    assert scheduler.get_schedule(Name="job")["Target"]["EcsParameters"]["TaskCount"] == 1
    scheduler.update_schedule(**schedule | {"ScheduleExpression": "rate(2 days)"}, ActionAfterCompletion="DELETE")
    shown = scheduler.get_schedule(Name="job")
    assert (shown["ScheduleExpression"], shown["ActionAfterCompletion"]) == ("rate(2 days)", "DELETE")
    with refused("ConflictException"):
        scheduler.create_schedule(**schedule)
    scheduler.delete_schedule(Name="job")
    with refused("ResourceNotFoundException"):
        scheduler.get_schedule(Name="job")


@pytest.mark.parametrize("expression", ["rate(5 minutes)", "cron(0 3 ? * MON-FRI *)", "cron(15 10 1 * ? *)", "at(2030-01-01T00:00:00)"])
def test_an_expression_that_aws_knows_is_taken(scheduler, schedule, expression):
    scheduler.create_schedule(**schedule | {"ScheduleExpression": expression})


@pytest.mark.parametrize("expression", ["rate(1 days)", "rate(2 day)", "rate(0 days)", "cron(0 3 * * *)", "cron(0 3 * * * *)", "daily"])
def test_one_that_it_does_not_know_is_refused(scheduler, schedule, refused, expression):
    with refused("ValidationException"):
        scheduler.create_schedule(**schedule | {"ScheduleExpression": expression})


@pytest.mark.parametrize(
    "changes",
    [
        {"ScheduleExpressionTimezone": "Europe/Atlantis"},
        {"FlexibleTimeWindow": {"Mode": "FLEXIBLE"}},
        {"FlexibleTimeWindow": {"Mode": "OFF", "MaximumWindowInMinutes": 5}},
    ],
)
def test_zone_and_window_are_checked(scheduler, schedule, refused, changes):
    with refused("ValidationException"):
        scheduler.create_schedule(**schedule | changes)


def test_a_cluster_needs_a_task_to_run_and_fargate_a_network(scheduler, schedule, refused):
    target = schedule["Target"]
    for wrong in ({}, {**target["EcsParameters"], "LaunchType": "FARGATE"}):
        with refused("ValidationException"):
            scheduler.create_schedule(
                **schedule
                | {"Target": {**target, "EcsParameters": wrong} if wrong else {"Arn": target["Arn"], "RoleArn": target["RoleArn"]}}
            )


@pytest.mark.parametrize(("source", "taken"), [("schedule-group/default", True), ("schedule/default/job", False)])
def test_the_role_must_trust_the_scheduler_for_the_schedules_group(scheduler, schedule, aws, account, source, taken, refused):
    condition = {
        "StringEquals": {"aws:SourceAccount": account},
        "ArnEquals": {"aws:SourceArn": f"arn:aws:scheduler:eu-west-1:{account}:{source}"},
    }
    trust = {"Effect": "Allow", "Principal": {"Service": "scheduler.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": condition}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    aws("iam").create_role(RoleName="scheduler", AssumeRolePolicyDocument=document)
    if taken:
        scheduler.create_schedule(**schedule)
    else:
        with refused("ValidationException"):
            scheduler.create_schedule(**schedule)


def test_groups_are_made_once_and_the_default_stays(scheduler, schedule, refused):
    with refused("ResourceNotFoundException"):
        scheduler.create_schedule(**schedule, GroupName="jobs")
    scheduler.create_schedule_group(Name="jobs")
    with refused("ConflictException"):
        scheduler.create_schedule_group(Name="jobs")
    scheduler.create_schedule(**schedule, GroupName="jobs")
    scheduler.delete_schedule_group(Name="jobs")
    for name, code in (("jobs", "ResourceNotFoundException"), ("default", "ValidationException")):
        with refused(code):
            scheduler.delete_schedule_group(Name=name)
