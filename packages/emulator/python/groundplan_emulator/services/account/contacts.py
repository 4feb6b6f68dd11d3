"""Who the account's owner is, which moto lacks; and alternate contacts that do not stand.

https://docs.aws.amazon.com/accounts/latest/reference/API_PutContactInformation.html
https://docs.aws.amazon.com/accounts/latest/reference/API_DeleteAlternateContact.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import before, stub
from ...store import STORE


def _kept(call: Call) -> dict[str, Any]:
    return STORE.kind(call.params.get("AccountId") or call.account, "global", "account", "contact")


@stub("account", "PutContactInformation")
def put(call: Call) -> None:
    _kept(call)["primary"] = call.params["ContactInformation"]


@stub("account", "GetContactInformation")
def get(call: Call) -> dict[str, Any]:
    if "primary" not in _kept(call):
        raise AwsError("ResourceNotFoundException", "No contact information was found.", 404)
    return {"ContactInformation": _kept(call)["primary"]}


@before("account", "DeleteAlternateContact")
def check_there(call: Call) -> None:
    from moto.account.models import account_backends

    kind = call.params["AlternateContactType"]
    if kind not in account_backends[call.params.get("AccountId") or call.account]["aws"]._alternate_contacts:
        raise AwsError("ResourceNotFoundException", "No contact of the inputted alternate contact type found.", 404)
