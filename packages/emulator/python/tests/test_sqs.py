import json

import pytest


@pytest.fixture
def sqs(aws):
    return aws("sqs")


@pytest.fixture
def queue(sqs, account):
    """Makes queues; gives address and ARN."""

    def make(name, **attributes):
        url = sqs.create_queue(QueueName=name, Attributes=attributes)["QueueUrl"]
        return url, f"arn:aws:sqs:eu-west-1:{account}:{name}"

    return make


def attributes(sqs, url, *names):
    return sqs.get_queue_attributes(QueueUrl=url, AttributeNames=list(names) or ["All"]).get("Attributes", {})


def test_a_policy_stays_when_something_else_is_set(sqs, queue):
    url, arn = queue("work")
    statement = {"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": arn}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": policy})
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "60"})
    shown = attributes(sqs, url)
    assert json.loads(shown["Policy"]) == json.loads(policy) and shown["VisibilityTimeout"] == "60"
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": ""})
    assert not attributes(sqs, url).get("Policy")


def test_a_dead_letter_queue_says_who_may_use_it(sqs, queue, refused):
    dead_url, dead = queue("dead")
    url, arn = queue("work")
    _, stranger = queue("stranger")

    def allow(**policy):
        sqs.set_queue_attributes(QueueUrl=dead_url, Attributes={"RedriveAllowPolicy": json.dumps(policy)})

    redrive = {"RedrivePolicy": json.dumps({"deadLetterTargetArn": dead, "maxReceiveCount": 5})}
    for wrong in ({"redrivePermission": "byQueue"}, {"redrivePermission": "denyAll", "sourceQueueArns": [arn]}, {"redrivePermission": "x"}):
        with refused("InvalidAttributeValue"):
            allow(**wrong)
    allow(redrivePermission="byQueue", sourceQueueArns=[stranger])
    with refused("InvalidParameterValue"):
        sqs.set_queue_attributes(QueueUrl=url, Attributes=redrive)
    allow(redrivePermission="byQueue", sourceQueueArns=[arn])
    sqs.set_queue_attributes(QueueUrl=url, Attributes=redrive)
    assert attributes(sqs, url)["RedrivePolicy"] == redrive["RedrivePolicy"]
    assert json.loads(attributes(sqs, dead_url, "RedriveAllowPolicy")["RedriveAllowPolicy"])["sourceQueueArns"] == [arn]
    assert attributes(sqs, url, "RedriveAllowPolicy") == {}


def test_a_dead_letter_queue_is_of_its_sources_kind(queue, refused):
    _, dead = queue("dead")
    with refused("InvalidParameterValue"):
        queue("work.fifo", FifoQueue="true", RedrivePolicy=json.dumps({"deadLetterTargetArn": dead, "maxReceiveCount": 5}))
