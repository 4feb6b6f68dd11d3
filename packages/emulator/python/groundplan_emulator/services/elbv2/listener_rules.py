"""The rules of listeners: their places, conditions and actions.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
"""

from ...call import AwsError
from ...rules import after, before
from . import actions, backend

_LAST = 50000
_VALUES_PER_RULE, _WILDCARDS_PER_RULE = 5, 6


@before("elbv2", "CreateRule", "ModifyRule")
def check(call):
    params = call.params
    if call.operation == "CreateRule":
        _check_priority(params["Priority"])
        listener = backend.listener(call, params["ListenerArn"])
    else:
        rule = backend.rule(call, params["RuleArn"])
        if rule.is_default:
            raise AwsError("OperationNotPermitted", f"Default rule '{rule.arn}' cannot be modified")
        listener = backend.listener(call, rule.listener_arn)
    _check_conditions(params.get("Conditions") or [])
    actions.complete(call, backend.balancer(call, listener.load_balancer_arn), params.get("Actions") or [])
    actions.refuse_loop(params.get("Actions") or [], listener.protocol, listener.port)


def _check_priority(priority):
    if not 1 <= int(priority) <= _LAST:
        raise AwsError("ValidationError", f"Priority '{priority}' must be between '1' and '{_LAST}'")


def _check_conditions(conditions):
    values = [value for condition in conditions for value in _values(condition)]
    if len(values) > _VALUES_PER_RULE:
        raise AwsError("ValidationError", f"A rule can only have '{_VALUES_PER_RULE}' condition values")
    if sum(value.count("*") + value.count("?") for value in values) > _WILDCARDS_PER_RULE:
        raise AwsError("ValidationError", f"A rule can only have '{_WILDCARDS_PER_RULE}' condition wildcards")


def _values(condition):
    configs = [config for name, config in condition.items() if name.endswith("Config")]
    listed = [value for config in configs for value in config.get("Values") or []] or condition.get("Values") or []
    return [f"{value.get('Key', '')}={value.get('Value', '')}" if isinstance(value, dict) else value for value in listed]


@before("elbv2", "SetRulePriorities")
def check_new_priorities(call):
    for change in call.params["RulePriorities"]:
        _check_priority(change["Priority"])
        if backend.rule(call, change["RuleArn"]).is_default:
            raise AwsError("OperationNotPermitted", f"Default rule '{change['RuleArn']}' priority cannot be set")


@before("elbv2", "DeleteRule")
def refuse_default(call):
    if backend.rule(call, call.params["RuleArn"]).is_default:
        raise AwsError("OperationNotPermitted", f"Default rule '{call.params['RuleArn']}' cannot be deleted")


@after("elbv2", "CreateRule", "ModifyRule", "DescribeRules", "SetRulePriorities")
def show(call, answer):
    """Hosts and paths are shown in both of their forms."""
    for rule in answer.get("Rules", []):
        actions.conceal_secrets(rule.get("Actions", []))
        for condition in rule.get("Conditions", []):
            for name in ("HostHeaderConfig", "PathPatternConfig"):
                if condition.get("Field") == {"HostHeaderConfig": "host-header", "PathPatternConfig": "path-pattern"}[name]:
                    values = (condition.get(name) or {}).get("Values") or condition.get("Values") or []
                    condition[name], condition["Values"] = {"Values": values}, values
