import json

import pytest

TOPIC = "arn:aws:sns:eu-west-1:123456789012:alarms"
CLUSTER = "arn:aws:ecs:eu-west-1:123456789012:cluster/shop"
NETWORK = {"awsvpcConfiguration": {"Subnets": ["subnet-1"]}}


@pytest.fixture
def events(aws):
    client = aws("events")
    client.put_rule(Name="failed", EventPattern=json.dumps({"source": ["aws.ecs"]}))
    return client


def put(events, **target):
    events.put_targets(Rule="failed", Targets=[{"Id": "one", "Arn": TOPIC, **target}])


def transformed(template):
    return {"InputTransformer": {"InputPathsMap": {"task": "$.detail.taskArn"}, "InputTemplate": template}}


@pytest.mark.parametrize("template", ['"task <task>"', '{"task": <task>}', '{"rule": "<aws.events.rule-name>"}', '"one"\n"two <task>"'])
def test_a_template_is_kept_as_it_was_given(events, template):
    put(events, **transformed(template))
    (shown,) = events.list_targets_by_rule(Rule="failed")["Targets"]
    assert shown["InputTransformer"]["InputTemplate"] == template


@pytest.mark.parametrize("template", ['"task <tusk>"', "task <task>", '{"task": <task>'])
def test_a_template_must_be_json_whose_placeholders_are_known(events, refused, template):
    with refused("ValidationException"):
        put(events, **transformed(template))


def test_a_rule_has_five_targets(events, refused):
    events.put_targets(Rule="failed", Targets=[{"Id": str(number), "Arn": TOPIC} for number in range(5)])
    events.put_targets(Rule="failed", Targets=[{"Id": "0", "Arn": f"{TOPIC}-2"}])
    with refused("LimitExceededException"):
        put(events)


def test_a_task_needs_a_role_that_events_may_assume_and_a_network(aws, events, account, refused):
    task = {"TaskDefinitionArn": f"arn:aws:ecs:eu-west-1:{account}:task-definition/app", "LaunchType": "FARGATE"}
    trust = {"Effect": "Allow", "Principal": {"Service": "ecs-tasks.amazonaws.com"}, "Action": "sts:AssumeRole"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
    foreign = aws("iam").create_role(RoleName="foreign", AssumeRolePolicyDocument=document)["Role"]["Arn"]
    role, whole = f"arn:aws:iam::{account}:role/events", {**task, "NetworkConfiguration": NETWORK}
    for wrong in ({"EcsParameters": whole}, {"RoleArn": role}, {"RoleArn": role, "EcsParameters": task}):
        with refused("ValidationException"):
            put(events, Arn=CLUSTER, **wrong)
    with refused("ValidationException"):
        put(events, Arn=CLUSTER, RoleArn=foreign, EcsParameters=whole)
    put(events, Arn=CLUSTER, RoleArn=role, EcsParameters=whole)


def test_a_rule_with_targets_stays(events, refused):
    put(events)
    with refused("ValidationException"):
        events.delete_rule(Name="failed")
    events.remove_targets(Rule="failed", Ids=["one"])
    events.delete_rule(Name="failed")
    assert events.list_rules()["Rules"] == []
