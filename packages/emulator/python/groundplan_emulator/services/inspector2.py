"""Inspector: one account administers it for an organization.

https://docs.aws.amazon.com/inspector/v2/APIReference/API_EnableDelegatedAdminAccount.html
https://docs.aws.amazon.com/inspector/v2/APIReference/API_DisableDelegatedAdminAccount.html
"""

from __future__ import annotations

from typing import Any

from ..call import AwsError, Call
from ..rules import after, before


def _administrators(call: Call) -> dict[str, str]:
    from moto.inspector2.models import inspector2_backends

    found: dict[str, str] = inspector2_backends[call.account][call.region].admin_accounts
    return found


@before("inspector2", "EnableDelegatedAdminAccount")
def refuse_second(call: Call) -> None:
    if set(_administrators(call)) - {call.params["delegatedAdminAccountId"]}:
        text = "A delegated administrator account is already enabled for your organization."
        raise AwsError("ConflictException", text, 409)


@before("inspector2", "DisableDelegatedAdminAccount")
def check_there(call: Call) -> None:
    if call.params["delegatedAdminAccountId"] not in _administrators(call):
        raise AwsError("ResourceNotFoundException", "The account is not a delegated administrator account.", 404)


@after("inspector2", "DisableDelegatedAdminAccount")
def forget(call: Call, answer: dict[str, Any]) -> None:
    """moto keeps it, and shows it as disabled."""
    _administrators(call).pop(call.params["delegatedAdminAccountId"], None)
