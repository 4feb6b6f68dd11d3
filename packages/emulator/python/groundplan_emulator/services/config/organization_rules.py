"""Rules of an organization, which moto lacks: they stand in its accounts, and only the organization's own call changes them.

The first look at one shows it on its way.

https://docs.aws.amazon.com/config/latest/APIReference/API_PutOrganizationConfigRule.html
https://docs.aws.amazon.com/config/latest/APIReference/API_OrganizationConfigRuleStatus.html
"""

from __future__ import annotations

import datetime
import secrets
from typing import Any

from ...call import AwsError, Call
from ...rules import stub

_KINDS = ("OrganizationManagedRuleMetadata", "OrganizationCustomRuleMetadata", "OrganizationCustomPolicyRuleMetadata")
_SERVICE = "config-multiaccountsetup.amazonaws.com"


def check_caller(call: Call) -> None:
    """The organization's management account, or the one that it lets."""
    from moto.organizations.models import organizations_backends

    organization = organizations_backends[organizations_backends.master_accounts.get(call.account, (call.account,))[0]]["aws"]
    if organization.org is None:
        raise AwsError("NoAvailableOrganizationException", "Organization is no longer available.")
    delegated = any(admin.account.id == call.account and _SERVICE in admin.services for admin in organization.admins)
    if call.account != organization.account_id and not delegated:
        text = "This action can only be performed by the management account of an organization or a delegated administrator."
        raise AwsError("OrganizationAccessDeniedException", text)


def _rules(call: Call) -> dict[str, dict[str, Any]]:
    check_caller(call)
    return call.kind("organization rule")


@stub("config", "PutOrganizationConfigRule")
def put(call: Call) -> dict[str, str]:
    rules, params = _rules(call), call.params
    name = params["OrganizationConfigRuleName"]
    if sum(bool(params.get(kind)) for kind in _KINDS) != 1:
        raise AwsError("InvalidParameterValueException", "Specify one of the metadata of a managed, a custom and a custom policy rule.")
    arn = call.arn(f"organization-config-rule/{name}-{secrets.token_hex(4)}")
    found = rules.setdefault(name, {"OrganizationConfigRuleName": name, "OrganizationConfigRuleArn": arn})
    given = {kind: params.get(kind) for kind in (*_KINDS, "ExcludedAccounts")}
    found.update({**given, "LastUpdateTime": datetime.datetime.now(datetime.timezone.utc)})
    call.kind("organization rule status")[name] = (
        "UPDATE_IN_PROGRESS" if found["OrganizationConfigRuleArn"] != arn else "CREATE_IN_PROGRESS"
    )
    return {"OrganizationConfigRuleArn": found["OrganizationConfigRuleArn"]}


def _wanted(call: Call) -> list[dict[str, Any]]:
    rules = call.kind("organization rule")
    names = call.params.get("OrganizationConfigRuleNames") or list(_rules(call))
    for name in names:
        if name not in rules:
            text = "The Config rule in the request is not valid. Verify that the rule is an organization Config Process Check rule."
            raise AwsError("NoSuchOrganizationConfigRuleException", text)
    check_caller(call)
    return [rules[name] for name in names]


@stub("config", "DescribeOrganizationConfigRules")
def describe(call: Call) -> dict[str, Any]:
    return {"OrganizationConfigRules": [{name: value for name, value in rule.items() if value} for rule in _wanted(call)]}


@stub("config", "DescribeOrganizationConfigRuleStatuses")
def statuses(call: Call) -> dict[str, Any]:
    return {"OrganizationConfigRuleStatuses": [_look(call, rule["OrganizationConfigRuleName"]) for rule in _wanted(call)]}


def _look(call: Call, name: str) -> dict[str, Any]:
    kept = call.kind("organization rule status")
    shown = kept[name]
    kept[name] = "UPDATE_SUCCESSFUL" if shown.startswith("UPDATE") else "CREATE_SUCCESSFUL"
    if shown == "DELETE_IN_PROGRESS":
        del call.kind("organization rule")[name], kept[name]
    return {"OrganizationConfigRuleName": name, "OrganizationRuleStatus": shown}


@stub("config", "DeleteOrganizationConfigRule")
def delete(call: Call) -> None:
    call.params["OrganizationConfigRuleNames"] = [call.params["OrganizationConfigRuleName"]]
    [rule] = _wanted(call)
    call.kind("organization rule status")[rule["OrganizationConfigRuleName"]] = "DELETE_IN_PROGRESS"
