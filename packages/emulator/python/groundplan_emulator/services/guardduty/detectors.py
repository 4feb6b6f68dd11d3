"""Detectors: one for each region of an account.

https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DeleteDetector.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import before


def backend(call: Call) -> Any:
    from moto.guardduty.models import guardduty_backends

    return guardduty_backends[call.account][call.region]


def bad(reason: str) -> AwsError:
    return AwsError("BadRequestException", f"The request is rejected {reason}")


def existing(call: Call) -> Any:
    found = backend(call).detectors.get(call.params["DetectorId"])
    if found is None:
        raise bad("because the input detectorId is not owned by the current account.")
    return found


@before("guardduty", "CreateDetector")
def refuse_second(call: Call) -> None:
    if backend(call).detectors:
        raise bad("because a detector already exists for the current account.")


@before("guardduty", "DeleteDetector", "UpdateDetector", "CreateFilter", "DeleteFilter")
def check_there(call: Call) -> None:
    existing(call)
