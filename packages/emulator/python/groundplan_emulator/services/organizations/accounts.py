"""Accounts: an address belongs to one, and who administers a service for the others does not leave.

https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html
https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccountStatus.html (EMAIL_ALREADY_EXISTS)
https://docs.aws.amazon.com/organizations/latest/APIReference/API_RemoveAccountFromOrganization.html
https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html
"""

from __future__ import annotations

import datetime
import secrets
import string
from typing import Any

from ...call import AwsError, Call
from ...rules import before, stub
from . import backend


@before("organizations", "MoveAccount")
def check_move(call: Call) -> None:
    account = backend.target(call, call.params["AccountId"])
    source, there = call.params["SourceParentId"], call.params["DestinationParentId"]
    if account is not None and account.parent_id == there:
        raise AwsError("DuplicateAccountException", "That account is already present in the specified destination.")
    if account is not None and account.parent_id != source:
        raise AwsError("SourceParentNotFoundException", "We can't find a source root or OU with the ParentId that you specified.")


@before("organizations", "RemoveAccountFromOrganization")
def check_removal(call: Call) -> None:
    name = call.params["AccountId"]
    if any(admin.account.id == name for admin in backend.of(call).admins):
        text = "You attempted to remove an account from the organization that is registered as a delegated administrator."
        raise backend.violates("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", text)


@stub("organizations", "DescribeCreateAccountStatus")
def status(call: Call) -> dict[str, Any]:
    """An address that is taken fails after the call."""
    wanted = call.params["CreateAccountRequestId"]
    failed = call.kind("failed account").get(wanted)
    if failed is not None:
        return {"CreateAccountStatus": failed}
    account = next((one for one in backend.of(call).accounts if one.create_account_status_id == wanted), None)
    if account is None:
        raise AwsError("CreateAccountStatusNotFoundException", "We can't find a create account request with the ID that you specified.")
    found: dict[str, Any] = account.create_account_status
    return found


@stub("organizations", "CreateAccount")
def create(call: Call) -> dict[str, Any]:
    """By moto, but where another of the organization's has the address."""
    organization = backend.of(call)
    if all(account.email != call.params["Email"] for account in organization.accounts):
        created: dict[str, Any] = organization.create_account(**{name: value for name, value in call.params.items() if value is not None})
        return created
    name = "car-" + "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(32))
    now = datetime.datetime.now(datetime.timezone.utc)
    failed = {"Id": name, "AccountName": call.params["AccountName"], "State": "FAILED", "FailureReason": "EMAIL_ALREADY_EXISTS"}
    call.kind("failed account")[name] = {**failed, "RequestedTimestamp": now, "CompletedTimestamp": now}
    return {"CreateAccountStatus": call.kind("failed account")[name]}
