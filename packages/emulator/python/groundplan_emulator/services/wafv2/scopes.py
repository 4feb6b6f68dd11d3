"""Scopes and names: CloudFront's things are made in us-east-1, and a name is one's own within kind and scope.

https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html
https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateIPSet.html
"""

from ...call import AwsError
from ...rules import before
from . import backend

_NOUNS = ("WebACL", "IPSet", "RegexPatternSet", "RuleGroup")
_HELD = {"WebACL": "wacls", "IPSet": "ip_sets", "RegexPatternSet": "regex_pattern_sets", "RuleGroup": "rule_groups"}


@before("wafv2", *(f"{verb}{noun}" for noun in _NOUNS for verb in ("Create", "Get", "Update", "Delete")))
@before("wafv2", *(f"List{noun}s" for noun in _NOUNS))
def check_scope(call):
    if call.params.get("Scope") == "CLOUDFRONT" and call.region != backend.EDGE_REGION:
        raise backend.invalid("The scope is not valid.", "SCOPE_VALUE", "CLOUDFRONT")


@before("wafv2", *(f"Create{noun}" for noun in _NOUNS))
def check_name(call):
    held = getattr(backend.of(call), _HELD[call.operation.removeprefix("Create")])
    if any(one.name == call.params["Name"] for one in held.values()):
        text = "AWS WAF couldn't perform the operation because some resource in your request is a duplicate of an existing one."
        raise AwsError("WAFDuplicateItemException", text)
