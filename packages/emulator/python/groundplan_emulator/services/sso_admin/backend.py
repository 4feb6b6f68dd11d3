"""moto's permission sets."""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.ssoadmin.models import ssoadmin_backends

    return ssoadmin_backends[call.account][call.region]


def permission_set(call: Call) -> Any:
    wanted = call.params["PermissionSetArn"]
    found = next((one for one in of(call).permission_sets if one.permission_set_arn == wanted), None)
    if found is None:
        raise AwsError("ResourceNotFoundException", "Could not find PermissionSet with id " + wanted.rpartition("/")[2])
    return found
