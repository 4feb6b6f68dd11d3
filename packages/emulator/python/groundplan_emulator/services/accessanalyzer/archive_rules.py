"""Archive rules of an analyzer.

https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CreateArchiveRule.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-quotas.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from .analyzers import existing, now

_LIMIT = 100


def _rules(call: Call) -> dict[str, dict[str, Any]]:
    rules: dict[str, dict[str, Any]] = existing(call)["rules"]
    return rules


def _one(call: Call) -> dict[str, Any]:
    found = _rules(call).get(call.params["ruleName"])
    if found is None:
        raise AwsError("ResourceNotFoundException", f"Archive rule not found: {call.params['ruleName']}", 404)
    return found


@stub("accessanalyzer", "CreateArchiveRule")
def create(call: Call) -> None:
    rules, name = _rules(call), call.params["ruleName"]
    if name in rules:
        raise AwsError("ConflictException", f"An archive rule with the name {name} already exists.", 409)
    if len(rules) >= _LIMIT:
        raise AwsError("ServiceQuotaExceededException", f"The quota of {_LIMIT} archive rules for an analyzer is reached.", 402)
    rules[name] = {"ruleName": name, "filter": call.params["filter"], "createdAt": now(), "updatedAt": now()}


@stub("accessanalyzer", "GetArchiveRule")
def get(call: Call) -> dict[str, Any]:
    return {"archiveRule": _one(call)}


@stub("accessanalyzer", "ListArchiveRules")
def list_rules(call: Call) -> dict[str, Any]:
    return {"archiveRules": list(_rules(call).values())}


@stub("accessanalyzer", "UpdateArchiveRule")
def update(call: Call) -> None:
    _one(call).update(filter=call.params["filter"], updatedAt=now())


@stub("accessanalyzer", "DeleteArchiveRule")
def delete(call: Call) -> None:
    del _rules(call)[_one(call)["ruleName"]]
