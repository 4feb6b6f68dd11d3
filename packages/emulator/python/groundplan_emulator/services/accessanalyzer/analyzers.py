"""Analyzers: of each kind one for an account's region.

https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CreateAnalyzer.html
https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_UpdateAnalyzer.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-quotas.html
"""

from __future__ import annotations

import datetime
from typing import Any

from ...call import AwsError, Call
from ...rules import stub

#: how many of a kind
_LIMITS = {"ACCOUNT": 1, "ACCOUNT_UNUSED_ACCESS": 1, "ACCOUNT_INTERNAL_ACCESS": 1, "ORGANIZATION_INTERNAL_ACCESS": 1}
_OF_ORGANIZATIONS = 5
_DAYS = (1, 365)


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)


def existing(call: Call) -> dict[str, Any]:
    found = call.kind("analyzer").get(call.params["analyzerName"])
    if found is None:
        raise AwsError("ResourceNotFoundException", f"Analyzer not found: {call.params['analyzerName']}", 404)
    return found


@stub("accessanalyzer", "CreateAnalyzer")
def create(call: Call) -> dict[str, str]:
    name, kind = call.params["analyzerName"], call.params["type"]
    standing = call.kind("analyzer")
    if name in standing:
        raise AwsError("ConflictException", f"An analyzer with the name {name} already exists.", 409)
    if kind.startswith("ORGANIZATION"):
        _check_organization(call)
    limit = _LIMITS.get(kind, _OF_ORGANIZATIONS)
    if sum(one["type"] == kind for one in standing.values()) >= limit:
        raise AwsError("ServiceQuotaExceededException", f"The quota of {limit} analyzers of type {kind} in a region is reached.", 402)
    standing[name] = {
        "arn": call.arn(f"analyzer/{name}", service="access-analyzer"),
        "name": name,
        "type": kind,
        "createdAt": now(),
        "status": "ACTIVE",
        "tags": dict(call.params.get("tags") or {}),
        "rules": {one["ruleName"]: {**one, "createdAt": now(), "updatedAt": now()} for one in call.params.get("archiveRules") or []},
        **_configuration(kind, call.params.get("configuration")),
    }
    return {"arn": standing[name]["arn"]}


def _check_organization(call: Call) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-delegated-administrator.html"""
    from moto.organizations.models import organizations_backends

    masters = [call.account, organizations_backends.master_accounts.get(call.account, ("",))[0]]
    for master in filter(None, masters):
        organization = organizations_backends[master]["aws"]
        delegated = [one.account.id for one in organization.admins] if organization.org is not None else []
        if organization.org is not None and (master == call.account or call.account in delegated):
            return
    text = "You must create an organization or be the delegated administrator of one, to create an analyzer of it."
    raise AwsError("ValidationException", text)


def _configuration(kind: str, wanted: dict[str, Any] | None) -> dict[str, Any]:
    if kind.endswith("UNUSED_ACCESS"):
        unused = {"unusedAccessAge": 90, **((wanted or {}).get("unusedAccess") or {})}
        first, last = _DAYS
        if not first <= unused["unusedAccessAge"] <= last:
            raise AwsError("ValidationException", f"unusedAccessAge must be between {first} and {last} days.")
        return {"configuration": {"unusedAccess": unused}}
    if wanted and "unusedAccess" in wanted:
        raise AwsError("ValidationException", f"unusedAccess is not allowed for an analyzer of type {kind}.")
    return {"configuration": wanted} if wanted else {}


def _shown(analyzer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in analyzer.items() if name != "rules"}


@stub("accessanalyzer", "GetAnalyzer")
def get(call: Call) -> dict[str, Any]:
    return {"analyzer": _shown(existing(call))}


@stub("accessanalyzer", "ListAnalyzers")
def list_analyzers(call: Call) -> dict[str, Any]:
    kind = call.params.get("type")
    return {"analyzers": [_shown(one) for one in call.kind("analyzer").values() if kind in (None, one["type"])]}


@stub("accessanalyzer", "UpdateAnalyzer")
def update(call: Call) -> dict[str, Any]:
    found = existing(call)
    changed = _configuration(found["type"], call.params.get("configuration"))
    found.update(changed)
    return changed


@stub("accessanalyzer", "DeleteAnalyzer")
def delete(call: Call) -> None:
    del call.kind("analyzer")[existing(call)["name"]]


def _tags(call: Call) -> dict[str, str]:
    found = next((one for one in call.kind("analyzer").values() if one["arn"] == call.params["resourceArn"]), None)
    if found is None:
        raise AwsError("ResourceNotFoundException", f"{call.params['resourceArn']} was not found.", 404)
    tags: dict[str, str] = found["tags"]
    return tags


@stub("accessanalyzer", "TagResource")
def tag(call: Call) -> None:
    _tags(call).update(call.params["tags"])


@stub("accessanalyzer", "UntagResource")
def untag(call: Call) -> None:
    for name in call.params["tagKeys"]:
        _tags(call).pop(name, None)


@stub("accessanalyzer", "ListTagsForResource")
def list_tags(call: Call) -> dict[str, Any]:
    return {"tags": dict(_tags(call))}
