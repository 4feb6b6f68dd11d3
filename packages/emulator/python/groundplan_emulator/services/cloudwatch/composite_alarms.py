"""Alarms on alarms, which moto lacks.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html
"""

import re
from datetime import datetime, timezone

from ...call import AwsError
from ...rules import after, before, stub
from . import backend

_LONGEST_RULE, _CHILDREN = 10240, 100
_KEPT = (
    *("AlarmName", "AlarmRule", "AlarmDescription", *backend.ACTIONS),
    *("ActionsEnabled", "ActionsSuppressor", "ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod"),
)
_CHILD = re.compile(r"""\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]+)"|'([^']+)'|([^)\s"']+))\s*\)""")
_WORDS = re.compile(r"\b(?:AND|OR|NOT|TRUE|FALSE|AT_LEAST)\b|[()\s,\d]")


@stub("cloudwatch", "PutCompositeAlarm")
def put(call):
    params = call.params
    name = params["AlarmName"]
    backend.check_actions(call)
    _check_rule(call, name, params["AlarmRule"])
    if name in backend.of(call).alarms:
        raise AwsError("ValidationError", f"An alarm of another type with the name {name} exists already.")
    previous = backend.composites(call).get(name)
    now = datetime.now(timezone.utc)
    alarm = {key: params[key] for key in _KEPT if params.get(key) is not None}
    alarm = {**{kind: [] for kind in backend.ACTIONS}, "ActionsEnabled": True, **alarm, "AlarmArn": call.arn(f"alarm:{name}")}
    state = {"StateValue": "INSUFFICIENT_DATA", "StateReason": "Unchecked: Initial alarm creation", "StateUpdatedTimestamp": now}
    if previous is not None:
        state = {key: previous[key] for key in state}
    backend.composites(call)[name] = {**alarm, **state, "AlarmConfigurationUpdatedTimestamp": now}
    if previous is None and params.get("Tags"):
        backend.of(call).tagger.tag_resource(alarm["AlarmArn"], params["Tags"])


def _children(rule):
    return [next(filter(None, found)).rpartition(":alarm:")[2] for found in _CHILD.findall(rule)]


def _check_rule(call, name, rule):
    rest = _WORDS.sub("", _CHILD.sub("", rule))
    if rest or rule.count("(") != rule.count(")") or len(rule) > _LONGEST_RULE:
        raise AwsError("ValidationError", f"AlarmRule must not contain: {rest or 'unbalanced parentheses'}")
    children = set(_children(rule))
    if len(children) > _CHILDREN:
        raise AwsError("ValidationError", f"AlarmRule must not name more than {_CHILDREN} alarms.")
    known = {*backend.of(call).alarms, *backend.composites(call)} - {name}
    missing = sorted(children - known)
    if missing:
        text = f"Could not save the composite alarm as alarms [{', '.join(missing)}] in the alarm rule do not exist"
        raise AwsError("ValidationError", text)


@after("cloudwatch", "DescribeAlarms")
def show(call, answer):
    """Without AlarmTypes, metric alarms alone are shown."""
    params, types = call.params, call.params.get("AlarmTypes") or ["MetricAlarm"]
    answer["CompositeAlarms"] = [alarm for alarm in backend.composites(call).values() if _is_wanted(alarm, params)]
    for kind in ("MetricAlarm", "CompositeAlarm"):
        if kind not in types:
            answer[f"{kind}s"] = []


def _is_wanted(alarm, params):
    names, prefix, state = params.get("AlarmNames"), params.get("AlarmNamePrefix"), params.get("StateValue")
    action = params.get("ActionPrefix")
    return (
        (not names or alarm["AlarmName"] in names)
        and (not prefix or alarm["AlarmName"].startswith(prefix))
        and (not state or alarm["StateValue"] == state)
        and (not action or any(one.startswith(action) for one in alarm["AlarmActions"]))
    )


@before("cloudwatch", "DeleteAlarms")
def delete(call):
    """One that others stand on stays."""
    names, composites = set(call.params["AlarmNames"]), backend.composites(call)
    if any(names & set(_children(alarm["AlarmRule"])) for name, alarm in composites.items() if name not in names):
        raise AwsError("ValidationError", "Alarm(s) cannot be deleted as there are composite alarm(s) depending on them.")
    for name in names:
        if composites.pop(name, None) is not None:
            backend.of(call).tagger.delete_all_tags_for_resource(call.arn(f"alarm:{name}"))


@stub("cloudwatch", "EnableAlarmActions", "DisableAlarmActions")
def switch_actions(call):
    enabled = call.operation.startswith("Enable")
    for name in call.params["AlarmNames"]:
        if name in backend.of(call).alarms:
            backend.of(call).alarms[name].actions_enabled = enabled
        if name in backend.composites(call):
            backend.composites(call)[name]["ActionsEnabled"] = enabled
