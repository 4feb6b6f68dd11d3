"""Macie: enabled once for a region of an account, and refused before that. Nothing is classified here.

https://docs.aws.amazon.com/macie/latest/APIReference/macie.html
"""

from __future__ import annotations

import datetime
from typing import Any

from ..call import AwsError, Call
from ..rules import before, stub


def _session(call: Call) -> Any:
    from moto.macie2.models import macie2_backends

    return macie2_backends[call.account][call.region].macie_session


@before("macie2", "EnableMacie")
def refuse_second(call: Call) -> None:
    if _session(call) is not None:
        raise AwsError("ConflictException", "Macie has already been enabled", 409)


@before("macie2", "GetMacieSession", "DisableMacie", "ListMembers", "CreateInvitations")
def check_enabled(call: Call) -> None:
    if _session(call) is None:
        raise AwsError("AccessDeniedException", "Macie is not enabled.", 403)


@stub("macie2", "UpdateMacieSession")
def update(call: Call) -> None:
    check_enabled(call)
    session, params = _session(call), call.params
    session["findingPublishingFrequency"] = params.get("findingPublishingFrequency") or session["findingPublishingFrequency"]
    session["status"] = params.get("status") or session["status"]
    session["updatedAt"] = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
