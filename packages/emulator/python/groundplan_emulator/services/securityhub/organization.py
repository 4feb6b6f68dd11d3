"""Security Hub of an organization: who administers it; its settings are moto's.

https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableOrganizationAdminAccount.html
https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_ListOrganizationAdminAccounts.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import before, stub
from .hub import backend, check_enabled


def _settings(call: Call) -> dict[str, Any]:
    """moto's, of the organization that the caller manages."""
    from moto.organizations.models import organizations_backends

    if organizations_backends[call.account]["aws"].org is None:
        text = "The request was rejected since the caller is not the management account of an organization."
        raise AwsError("InvalidAccessException", text, 401)
    found: dict[str, Any] = backend(call)._get_org_config()
    return found


@before("securityhub", "EnableOrganizationAdminAccount")
def check(call: Call) -> None:
    from moto.organizations.models import organizations_backends

    administrator, wanted = _settings(call)["admin_account_id"], call.params["AdminAccountId"]
    if administrator not in (None, wanted):
        text = f"The account {administrator} is already designated as the administrator."
        raise AwsError("ResourceConflictException", text, 409)
    if all(account.id != wanted for account in organizations_backends[call.account]["aws"].accounts):
        raise AwsError("InvalidInputException", f"The account {wanted} is not a member of the organization.")


@stub("securityhub", "DisableOrganizationAdminAccount")
def disable(call: Call) -> None:
    settings = _settings(call)
    if settings["admin_account_id"] != call.params["AdminAccountId"]:
        raise AwsError("InvalidInputException", f"The account {call.params['AdminAccountId']} is not designated as the administrator.")
    settings["admin_account_id"] = None


@stub("securityhub", "ListOrganizationAdminAccounts")
def list_administrators(call: Call) -> dict[str, Any]:
    """None where there is no organization at all."""
    from moto.organizations.models import organizations_backends

    if call.account not in organizations_backends.master_accounts and organizations_backends[call.account]["aws"].org is None:
        return {"AdminAccounts": []}
    administrator = _settings(call)["admin_account_id"]
    return {"AdminAccounts": [{"AccountId": administrator, "Status": "ENABLED"}] if administrator else []}


@before("securityhub", "DescribeOrganizationConfiguration", "UpdateOrganizationConfiguration")
def refuse_without_hub(call: Call) -> None:
    check_enabled(call)


@before("securityhub", "UpdateOrganizationConfiguration")
def give_status(call: Call) -> None:
    """Which is shown and need not be said; moto wants it said."""
    wanted = call.params.get("OrganizationConfiguration")
    if wanted:
        wanted["Status"] = wanted.get("Status") or "ENABLED"
        wanted["StatusMessage"] = wanted.get("StatusMessage") or ""
