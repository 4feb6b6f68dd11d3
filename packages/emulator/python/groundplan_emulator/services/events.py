"""EventBridge: targets and templates that it would not take.

https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html
https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EcsParameters.html
https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
"""

import json
import re

from .. import roles
from ..call import AwsError
from ..rules import before

_TARGETS_PER_RULE = 5
_PLACEHOLDER = re.compile(r"<([^<>]+)>")
#: always there, beside those that InputPathsMap names
_RESERVED = "aws.events."
_CLUSTER = re.compile(r"^arn:[^:]+:ecs:[^:]+:\d+:cluster/")


@before("events", "PutTargets")
def check_targets(call):
    for target in call.params["Targets"]:
        _check_template(target)
        if _CLUSTER.match(target["Arn"]):
            _check_cluster(call, target)
    standing = _standing(call)
    if len(standing | {target["Id"] for target in call.params["Targets"]}) > _TARGETS_PER_RULE:
        raise AwsError("LimitExceededException", "The requested resource exceeds the maximum number allowed.")


def _standing(call):
    from moto.events.models import events_backends

    bus = events_backends[call.account][call.region].event_buses.get((call.params.get("EventBusName") or "default").split("/")[-1])
    rule = bus and bus.rules.get(call.params["Rule"])
    return {target["Id"] for target in rule.targets} if rule else set()


def _check_template(target):
    transformer = target.get("InputTransformer")
    if transformer is None:
        return
    template, known = transformer["InputTemplate"], transformer.get("InputPathsMap") or {}
    for name in _PLACEHOLDER.findall(template):
        if name not in known and not name.startswith(_RESERVED):
            raise AwsError("ValidationException", f"InputTemplate for target {target['Id']} contains invalid placeholder {name}.")
    filled = _PLACEHOLDER.sub("0", template)
    if not _is_json(filled) and not all(_is_json(line) for line in filled.splitlines()):
        raise AwsError("ValidationException", f"Invalid InputTemplate for target {target['Id']}: it is neither JSON nor lines in quotes.")


def _is_json(text):
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _check_cluster(call, target):
    if not target.get("RoleArn"):
        raise AwsError("ValidationException", f"RoleArn is required for target {target['Arn']}.")
    if not target.get("EcsParameters"):
        raise AwsError("ValidationException", f"Parameter(s) EcsParameters must be specified for target: {target['Id']}.")
    parameters = target["EcsParameters"]
    if parameters.get("LaunchType") == "FARGATE" and not parameters.get("NetworkConfiguration"):
        text = "NetworkConfiguration is required for the launch type FARGATE"
        raise AwsError("ValidationException", f"Parameter EcsParameters is not valid for target {target['Id']}. Reason: {text}.")
    if roles.refuses(target["RoleArn"], "events.amazonaws.com", call.arn(f"rule/{call.params['Rule']}")):
        text = f"Provided role '{target['RoleArn']}' cannot be assumed by principal 'events.amazonaws.com'."
        call.refuse(AwsError("ValidationException", text))
