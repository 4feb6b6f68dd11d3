"""Subscriptions: to what, and whether they wait for an answer.

https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html
https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html
"""

import re

from ...call import AwsError
from ...rules import after, before

#: a person answers these; a program answers http and https (here: at once), AWS answers for the rest
_CONFIRMED_BY_PEOPLE = ("email", "email-json")
_ENDPOINTS = {
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "email-json": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "http": re.compile(r"http://.+"),
    "https": re.compile(r"https://.+"),
    "sqs": re.compile(r"arn:[^:]+:sqs:.+"),
    "lambda": re.compile(r"arn:[^:]+:lambda:.+"),
    "firehose": re.compile(r"arn:[^:]+:firehose:.+"),
    "application": re.compile(r"arn:.+"),
    "sms": re.compile(r"[+0-9 ().-]+"),
}


def _backend(call, arn):
    from moto.sns.models import sns_backends

    return sns_backends[call.account][arn.split(":")[3]]


@before("sns", "Subscribe")
def check_subscription(call):
    topic, protocol = call.params["TopicArn"], call.params["Protocol"]
    if topic.split(":")[4] == call.account and topic not in _backend(call, topic).topics:
        raise AwsError("NotFound", "Topic does not exist", 404)
    pattern = _ENDPOINTS.get(protocol)
    if pattern is None:
        raise AwsError("InvalidParameter", f"Invalid parameter: Does not support this protocol string: {protocol}")
    endpoint = call.params.get("Endpoint") or ""
    if not pattern.fullmatch(endpoint):
        raise AwsError("InvalidParameter", f"Invalid parameter: {protocol} endpoint {endpoint}")


@after("sns", "Subscribe")
def await_answer(call, answer):
    arn = answer["SubscriptionArn"]
    waits = call.params["Protocol"] in _CONFIRMED_BY_PEOPLE
    attributes = _backend(call, arn).subscriptions[arn].attributes
    attributes["PendingConfirmation"] = "true" if waits else "false"
    attributes["ConfirmationWasAuthenticated"] = "false" if waits else "true"
    if waits and not call.params.get("ReturnSubscriptionArn"):
        answer["SubscriptionArn"] = "pending confirmation"


@before("sns", "Unsubscribe")
def refuse_pending(call):
    arn = call.params["SubscriptionArn"]
    if arn.lower() == "pendingconfirmation":
        raise AwsError("InvalidParameter", "Invalid parameter: SubscriptionArn Reason: An ARN must have at least 6 elements")
    found = _backend(call, arn).subscriptions.get(arn)
    if found is not None and found.attributes.get("PendingConfirmation") == "true":
        text = "Cannot unsubscribe a subscription that is pending confirmation"
        raise AwsError("InvalidParameter", f"Invalid parameter: {text}")
