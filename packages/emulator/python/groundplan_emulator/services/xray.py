"""X-Ray: sampling rules and groups, which moto lacks.

https://docs.aws.amazon.com/xray/latest/api/API_CreateSamplingRule.html
https://docs.aws.amazon.com/xray/latest/api/API_UpdateSamplingRule.html
https://docs.aws.amazon.com/xray/latest/api/API_CreateGroup.html
https://docs.aws.amazon.com/xray/latest/api/API_UpdateGroup.html
"""

from datetime import datetime, timezone

from ..call import AwsError
from ..rules import stub

_DEFAULT_RULE = "Default"
_MOST_RULES, _LAST_PRIORITY = 25, 9999


def _now():
    return datetime.now(timezone.utc)


@stub("xray", "CreateSamplingRule")
def create_rule(call):
    given = call.params["SamplingRule"]
    name, rules = given["RuleName"], call.kind("sampling rule")
    if name in rules or name == _DEFAULT_RULE:
        raise AwsError("InvalidRequestException", f"Sampling rule already exists: {name}")
    if len(rules) >= _MOST_RULES:
        raise AwsError("RuleLimitExceededException", f"At most {_MOST_RULES} sampling rules")
    _check(given)
    rule = {"Attributes": {}, **given, "RuleARN": call.arn(f"sampling-rule/{name}")}
    rules[name] = {"SamplingRule": rule, "CreatedAt": _now(), "ModifiedAt": _now()}
    _tag(call, rule["RuleARN"])
    return {"SamplingRuleRecord": rules[name]}


def _check(rule):
    if not 1 <= rule.get("Priority", 1) <= _LAST_PRIORITY:
        raise AwsError("InvalidRequestException", f"The priority must be from 1 to {_LAST_PRIORITY}")
    if not 0 <= rule.get("FixedRate", 0) <= 1:
        raise AwsError("InvalidRequestException", "The fixed rate must be from 0 to 1")


@stub("xray", "GetSamplingRules")
def get_rules(call):
    return {"SamplingRuleRecords": list(call.kind("sampling rule").values())}


@stub("xray", "UpdateSamplingRule")
def update_rule(call):
    change = {name: value for name, value in call.params["SamplingRuleUpdate"].items() if value is not None}
    record = _rule(call, change.get("RuleName") or change.get("RuleARN", "").rpartition("/")[2])
    _check(change)
    record["SamplingRule"] |= change
    record["ModifiedAt"] = _now()
    return {"SamplingRuleRecord": record}


@stub("xray", "DeleteSamplingRule")
def delete_rule(call):
    record = _rule(call, call.params.get("RuleName") or call.params.get("RuleARN", "").rpartition("/")[2])
    call.kind("tags").pop(record["SamplingRule"]["RuleARN"], None)
    return {"SamplingRuleRecord": call.kind("sampling rule").pop(record["SamplingRule"]["RuleName"])}


def _rule(call, name):
    if name not in call.kind("sampling rule"):
        raise AwsError("InvalidRequestException", f"Sampling rule does not exist: {name}")
    return call.kind("sampling rule")[name]


@stub("xray", "CreateGroup")
def create_group(call):
    name, groups = call.params["GroupName"], call.kind("group")
    if name in groups:
        raise AwsError("InvalidRequestException", f"Group already exists: {name}")
    from moto.moto_api._internal import mock_random

    arn = call.arn(f"group/{name}/{mock_random.get_random_hex(26).upper()}")
    groups[name] = {"GroupName": name, "GroupARN": arn, **_group_settings(call.params, {})}
    _tag(call, arn)
    return {"Group": groups[name]}


def _group_settings(params, known):
    insights = {"InsightsEnabled": False, "NotificationsEnabled": False}
    insights |= (known.get("InsightsConfiguration") or {}) | (params.get("InsightsConfiguration") or {})
    if insights["NotificationsEnabled"] and not insights["InsightsEnabled"]:
        raise AwsError("InvalidRequestException", "Notifications need insights")
    expression = params.get("FilterExpression")
    return {"FilterExpression": known.get("FilterExpression") if expression is None else expression, "InsightsConfiguration": insights}


@stub("xray", "GetGroup")
def get_group(call):
    return {"Group": _group(call)}


@stub("xray", "GetGroups")
def get_groups(call):
    return {"Groups": list(call.kind("group").values())}


@stub("xray", "UpdateGroup")
def update_group(call):
    group = _group(call)
    group |= _group_settings(call.params, group)
    return {"Group": group}


@stub("xray", "DeleteGroup")
def delete_group(call):
    group = _group(call)
    call.kind("tags").pop(group["GroupARN"], None)
    del call.kind("group")[group["GroupName"]]


def _group(call):
    named = (call.params.get("GroupName"), call.params.get("GroupARN"))
    found = next((group for group in call.kind("group").values() if group["GroupName"] == named[0] or group["GroupARN"] == named[1]), None)
    if found is None:
        raise AwsError("InvalidRequestException", "Group not found")
    return found


def _tag(call, arn):
    call.kind("tags")[arn] = {tag["Key"]: tag["Value"] for tag in call.params.get("Tags") or []}


@stub("xray", "ListTagsForResource")
def list_tags(call):
    return {"Tags": [{"Key": key, "Value": value} for key, value in _tags(call).items()]}


@stub("xray", "TagResource")
def tag(call):
    _tags(call).update({tag["Key"]: tag["Value"] for tag in call.params["Tags"]})


@stub("xray", "UntagResource")
def untag(call):
    for key in call.params["TagKeys"]:
        _tags(call).pop(key, None)


def _tags(call):
    arn = call.params["ResourceARN"]
    if arn not in call.kind("tags"):
        raise AwsError("ResourceNotFoundException", f"Resource not found: {arn}")
    return call.kind("tags")[arn]
