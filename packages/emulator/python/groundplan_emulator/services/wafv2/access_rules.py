"""The rules of lists and groups.

https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html
https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html
"""

from ...call import AwsError
from ...rules import after, before
from . import backend, capacity

_GROUPS = ("ManagedRuleGroupStatement", "RuleGroupReferenceStatement")
_WINDOWS = (60, 120, 300, 600)
#: what an update that does not name it takes away
_REPLACED = {
    "AssociationConfig": "association_config",
    "CaptchaConfig": "captcha_config",
    "ChallengeConfig": "challenge_config",
    "CustomResponseBodies": "custom_response_bodies",
    "TokenDomains": "token_domains",
}


@before("wafv2", "CreateWebACL", "UpdateWebACL", "CreateRuleGroup", "UpdateRuleGroup", "CheckCapacity")
def check(call):
    rules, scope = call.params.get("Rules") or [], call.params["Scope"]
    for field in ("Name", "Priority"):
        values = [rule[field] for rule in rules]
        if len(set(values)) != len(values):
            raise backend.invalid(f"You have used a {field.lower()} more than once.", "RULE", str(values))
    for rule in rules:
        _check_action(rule)
    for kind, content in backend.statements(rules):
        _check_statement(call, kind, content, scope)
    _check_capacity(call, rules, scope)


def _check_action(rule):
    is_group = any(kind in rule["Statement"] for kind in _GROUPS)
    wanted, other = ("OverrideAction", "Action") if is_group else ("Action", "OverrideAction")
    if not rule.get(wanted) or rule.get(other):
        raise backend.invalid(f"A rule of this kind needs {wanted}, and no {other}.", "RULE", rule["Name"])


def _check_statement(call, kind, content, scope):
    if kind == "ManagedRuleGroupStatement" and content["VendorName"] == "AWS" and content["Name"] not in capacity.MANAGED:
        raise backend.missing(f"managed rule group {content['Name']}")
    if kind == "RateBasedStatement" and content.get("EvaluationWindowSec") not in (None, *_WINDOWS):
        raise backend.invalid("The evaluation window is not valid.", "EVALUATION_WINDOW", str(content["EvaluationWindowSec"]))
    arn = content.get("ARN")
    if arn is None:
        return
    if backend.scope_of(arn) != scope:
        raise backend.invalid("A reference in your rule statement is not valid.", "RULE_STATEMENT", arn)
    if not any(arn in held for held in backend.kinds(backend.of(call, scope)).values()):
        raise backend.missing(arn)


def _check_capacity(call, rules, scope):
    used, limit = capacity.of_rules(call, rules, scope), capacity.LIMIT
    if call.operation == "CreateRuleGroup":
        limit = call.params["Capacity"]
    elif call.operation == "UpdateRuleGroup":
        groups = backend.of(call).rule_groups.values()
        limit = next((group.capacity for group in groups if group.id == call.params["Id"]), limit)
    if used > limit:
        text = "AWS WAF couldn't perform the operation because you exceeded your resource limit"
        raise AwsError("WAFLimitsExceededException", f"{text}: {used} capacity units of {limit}.")
    call.notes["capacity"] = used


@after("wafv2", "CreateWebACL", "UpdateWebACL")
def keep(call, answer):
    """An update replaces all; moto leaves what it does not name."""
    found = next(acl for acl in backend.of(call).wacls.values() if acl.name == call.params["Name"])
    found.capacity = call.notes["capacity"]
    if not call.params.get("Rules"):
        found.rules = []
    for name, attribute in _REPLACED.items():
        if call.params.get(name) is None:
            setattr(found, attribute, None)
    found.description = call.params.get("Description") or ""


@after("wafv2", "UpdateRuleGroup")
def keep_group(call, answer):
    found = next(group for group in backend.of(call).rule_groups.values() if group.id == call.params["Id"])
    if not call.params.get("Rules"):
        found.rules = []
    if call.params.get("CustomResponseBodies") is None:
        found.custom_response_bodies = None
