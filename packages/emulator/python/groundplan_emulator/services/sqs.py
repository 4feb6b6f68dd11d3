"""Queues: who may take one for its dead letters.

https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html (RedrivePolicy, RedriveAllowPolicy)
"""

import json

from ..call import AwsError
from ..rules import after, before

_SOURCES = 10


def _queues(call):
    from moto.sqs.models import sqs_backends

    return sqs_backends[call.account][call.region].queues


def _name(call):
    return (call.params.get("QueueUrl") or call.params.get("QueueName")).rstrip("/").split("/")[-1]


@before("sqs", "CreateQueue", "SetQueueAttributes")
def check(call):
    """moto refuses RedriveAllowPolicy, and gives RedrivePolicy back in another form."""
    attributes, name = call.params.get("Attributes") or {}, _name(call)
    if "RedriveAllowPolicy" in attributes:
        call.notes["allow"] = attributes.pop("RedriveAllowPolicy")
        _check_allowance(call.notes["allow"])
    if attributes.get("RedrivePolicy"):
        call.notes["redrive"] = attributes["RedrivePolicy"]
        _check_target(call, name, attributes["RedrivePolicy"])


@after("sqs", "CreateQueue", "SetQueueAttributes")
def remember(call, answer):
    name = _name(call)
    for kind in ("allow", "redrive"):
        if kind in call.notes:
            call.kind(kind)[name] = call.notes[kind]


@before("sqs", "SetQueueAttributes")
def see_policy(call):
    queue = _queues(call).get(_name(call))
    call.notes["policy"] = queue and queue.policy


@after("sqs", "SetQueueAttributes")
def keep_policy(call, answer):
    """moto drops a policy whenever something else is set."""
    if "Policy" not in (call.params.get("Attributes") or {}):
        _queues(call)[_name(call)].policy = call.notes["policy"]


@after("sqs", "DeleteQueue")
def forget(call, answer):
    for kind in ("allow", "redrive"):
        call.kind(kind).pop(_name(call), None)


def _check_allowance(text):
    try:
        policy = json.loads(text or "{}")
    except ValueError:
        raise AwsError("InvalidAttributeValue", "Invalid value for the parameter RedriveAllowPolicy.") from None
    sources, permission = policy.get("sourceQueueArns"), policy.get("redrivePermission", "allowAll")
    if permission not in ("allowAll", "denyAll", "byQueue") or (permission == "byQueue") != bool(sources) or len(sources or []) > _SOURCES:
        text = f"RedriveAllowPolicy needs redrivePermission, and with byQueue 1 to {_SOURCES} sourceQueueArns."
        raise AwsError("InvalidAttributeValue", f"Invalid value for the parameter RedriveAllowPolicy. Reason: {text}")


def _check_target(call, name, text):
    try:
        target = json.loads(text).get("deadLetterTargetArn", "").split(":")[-1]
    except (ValueError, AttributeError):
        return  # moto's own words
    allowed = json.loads(call.kind("allow").get(target) or "{}")
    permission, own = allowed.get("redrivePermission", "allowAll"), call.arn(name)
    if permission == "denyAll" or (permission == "byQueue" and own not in allowed["sourceQueueArns"]):
        reason = f"Dead letter queue {target} does not allow {own} to redrive to it."
        raise AwsError("InvalidParameterValue", f"Value {text} for parameter RedrivePolicy is invalid. Reason: {reason}")
    dead, source = _queues(call).get(target), name.endswith(".fifo")
    if dead is not None and dead.fifo_queue != source:
        reason = "Dead-letter queue must be same type of queue as the source."
        raise AwsError("InvalidParameterValue", f"Value {text} for parameter RedrivePolicy is invalid. Reason: {reason}")


@before("sqs", "GetQueueAttributes")
def ask_for_known(call):
    wanted = list(call.params.get("AttributeNames") or [])
    call.notes["wanted"] = wanted
    call.params["AttributeNames"] = [name for name in wanted if name != "RedriveAllowPolicy"] or ["QueueArn"]


@after("sqs", "GetQueueAttributes")
def show(call, answer):
    wanted, name = call.notes["wanted"], _name(call)
    found = answer.setdefault("Attributes", {})
    if call.kind("allow").get(name) and {"All", "RedriveAllowPolicy"} & set(wanted):
        found["RedriveAllowPolicy"] = call.kind("allow")[name]
    if call.kind("redrive").get(name) and "RedrivePolicy" in found:
        found["RedrivePolicy"] = call.kind("redrive")[name]
    if wanted == ["RedriveAllowPolicy"]:
        found.pop("QueueArn", None)
