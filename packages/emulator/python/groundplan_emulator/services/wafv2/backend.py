"""moto's own lists, sets and groups, for rules that must look at what stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...call import AwsError, Call

#: where CloudFront's things are administered: https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html (Scope)
EDGE_REGION = "us-east-1"


def of(call: Call, scope: str | None = None) -> Any:
    from moto.wafv2.models import wafv2_backends

    name = scope or call.params.get("Scope") or "REGIONAL"
    return wafv2_backends[call.account]["global" if name == "CLOUDFRONT" else call.region]


def scope_of(arn: str) -> str:
    return "CLOUDFRONT" if arn.split(":", 5)[5].startswith("global/") else "REGIONAL"


def invalid(reason: str, field: str, parameter: str) -> AwsError:
    return AwsError("WAFInvalidParameterException", f"Error reason: {reason}, field: {field}, parameter: {parameter}")


def missing(what: str) -> AwsError:
    return AwsError("WAFNonexistentItemException", f"AWS WAF couldn't perform the operation because your resource doesn't exist: {what}")


def kinds(backend: Any) -> dict[str, dict[str, Any]]:
    """What a rule may refer to, by the kind that its ARN names."""
    return {"ipset": backend.ip_sets, "regexpatternset": backend.regex_pattern_sets, "rulegroup": backend.rule_groups}


def statements(rules: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """All statements of rules, those within others too, by their kinds."""
    for rule in rules:
        yield from _within(rule.get("Statement") or {})


def _within(statement: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, content in statement.items():
        yield kind, content
        for nested in (content.get("Statement"), content.get("ScopeDownStatement"), *(content.get("Statements") or [])):
            if nested:
                yield from _within(nested)


def references(rules: list[dict[str, Any]]) -> list[str]:
    return [content["ARN"] for _, content in statements(rules) if content.get("ARN")]


def users(backend: Any, arn: str) -> list[str]:
    """The lists and groups whose rules name an ARN."""
    holders = [*backend.wacls.values(), *backend.rule_groups.values()]
    return [holder.arn for holder in holders if arn in references([rule.to_dict() for rule in holder.rules])]
