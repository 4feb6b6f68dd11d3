"""What rules cost in web ACL capacity units.

https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html
https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
https://docs.aws.amazon.com/waf/latest/developerguide/limits.html
"""

from . import backend

#: beyond 1,500 it costs more, beyond this it is refused
LIMIT = 5000

MANAGED = {
    "AWSManagedRulesACFPRuleSet": 50,
    "AWSManagedRulesATPRuleSet": 50,
    "AWSManagedRulesAdminProtectionRuleSet": 100,
    "AWSManagedRulesAmazonIpReputationList": 25,
    "AWSManagedRulesAnonymousIpList": 50,
    "AWSManagedRulesAntiDDoSRuleSet": 50,
    "AWSManagedRulesBotControlRuleSet": 50,
    "AWSManagedRulesCommonRuleSet": 700,
    "AWSManagedRulesKnownBadInputsRuleSet": 200,
    "AWSManagedRulesLinuxRuleSet": 200,
    "AWSManagedRulesPHPRuleSet": 100,
    "AWSManagedRulesSQLiRuleSet": 200,
    "AWSManagedRulesUnixRuleSet": 100,
    "AWSManagedRulesWindowsRuleSet": 200,
    "AWSManagedRulesWordPressRuleSet": 100,
}
_PLAIN = {
    "AsnMatchStatement": 1,
    "GeoMatchStatement": 1,
    "IPSetReferenceStatement": 1,
    "LabelMatchStatement": 1,
    "RegexMatchStatement": 3,
    "RegexPatternSetReferenceStatement": 25,
    "SizeConstraintStatement": 1,
    "XssMatchStatement": 40,
}
_BYTES = {"EXACTLY": 2, "STARTS_WITH": 2, "ENDS_WITH": 2, "CONTAINS": 10, "CONTAINS_WORD": 10}
_RATE, _RATE_KEY = 2, 30
_SQL = {"LOW": 20, "HIGH": 30}
_TRANSFORMATION, _ALL_ARGUMENTS = 10, 10


def of_rules(call, rules, scope):
    return sum(_of_statement(call, kind, content, scope) for kind, content in backend.statements(rules))


def _of_statement(call, kind, content, scope):
    if kind == "ManagedRuleGroupStatement":
        return MANAGED.get(content["Name"], 0)
    if kind == "RuleGroupReferenceStatement":
        return backend.of(call, scope).rule_groups[content["ARN"]].capacity
    if kind == "RateBasedStatement":
        return _RATE + _RATE_KEY * len(content.get("CustomKeys") or [])
    return _of_match(kind, content)


def _of_match(kind, content):
    units = _PLAIN.get(kind, 0)
    if kind == "ByteMatchStatement":
        units = _BYTES[content["PositionalConstraint"]]
    elif kind == "SqliMatchStatement":
        units = _SQL[content.get("SensitivityLevel") or "LOW"]
    field = content.get("FieldToMatch") or {}
    if "AllQueryArguments" in field:
        units += _ALL_ARGUMENTS
    if "JsonBody" in field:
        units *= 2
    named = {one["Type"] for one in content.get("TextTransformations") or []} - {"NONE"}
    return units + _TRANSFORMATION * len(named)
