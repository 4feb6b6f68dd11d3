import json

import pytest


@pytest.fixture
def sns(aws):
    return aws("sns")


@pytest.fixture
def topic(sns):
    return sns.create_topic(Name="alarms")["TopicArn"]


def test_a_topic_keeps_all_of_its_attributes(aws, sns, refused):
    key = aws("kms").create_key()["KeyMetadata"]["KeyId"]
    wanted = {"SignatureVersion": "2", "TracingConfig": "PassThrough", "KmsMasterKeyId": key, "HTTPSuccessFeedbackSampleRate": "100"}
    topic = sns.create_topic(Name="alarms", Attributes=wanted)["TopicArn"]
    assert wanted.items() <= sns.get_topic_attributes(TopicArn=topic)["Attributes"].items()
    sns.set_topic_attributes(TopicArn=topic, AttributeName="SignatureVersion", AttributeValue="1")
    assert sns.get_topic_attributes(TopicArn=topic)["Attributes"]["SignatureVersion"] == "1"
    with refused("InvalidParameter"):
        sns.set_topic_attributes(TopicArn=topic, AttributeName="SignatureVersion", AttributeValue="3")
    with refused("InvalidParameter"):
        sns.set_topic_attributes(TopicArn=topic, AttributeName="KmsMasterKeyId", AttributeValue=key[:-4] + "0000")
    sns.delete_topic(TopicArn=topic)
    sns.create_topic(Name="alarms")
    assert "SignatureVersion" not in sns.get_topic_attributes(TopicArn=topic)["Attributes"]


def test_a_policy_names_principals_and_resources(sns, topic, refused):
    statement = {"Effect": "Allow", "Principal": {"Service": "cloudwatch.amazonaws.com"}, "Action": "sns:Publish", "Resource": topic}

    def put(statement):
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        sns.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=policy)

    put(statement)
    for missing in ("Principal", "Resource"):
        with refused("InvalidParameter"):
            put({name: value for name, value in statement.items() if name != missing})


def test_people_are_waited_for_and_programs_answer(sns, topic, refused):
    def subscribe(protocol, endpoint, returns=True):
        made = sns.subscribe(TopicArn=topic, Protocol=protocol, Endpoint=endpoint, ReturnSubscriptionArn=returns)
        return made["SubscriptionArn"]

    def waits(arn):
        return sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]["PendingConfirmation"]

    mail = subscribe("email", "ops@example.com")
    assert waits(mail) == "true"
    assert subscribe("email", "other@example.com", returns=False) == "pending confirmation"
    with refused("InvalidParameter"):
        sns.unsubscribe(SubscriptionArn=mail)
    web = subscribe("https", "https://events.example.com/x")
    assert waits(web) == "false"
    sns.unsubscribe(SubscriptionArn=web)
    for protocol, endpoint in (("email", "ops"), ("https", "http://example.com"), ("sqs", "work"), ("pigeon", "x")):
        with refused("InvalidParameter"):
            subscribe(protocol, endpoint)


def test_a_topic_that_is_not_there_cannot_be_subscribed_to(sns, topic, refused):
    with refused("NotFound"):
        sns.subscribe(TopicArn=f"{topic}x", Protocol="email", Endpoint="ops@example.com")
