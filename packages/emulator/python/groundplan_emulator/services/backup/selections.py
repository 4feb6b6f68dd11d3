"""Selections: what a plan backs up, and as whom.

https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupSelection.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_GetBackupSelection.html
"""

from __future__ import annotations

import datetime
from typing import Any

from moto.moto_api._internal import mock_random

from ... import roles
from ...call import AwsError, Call
from ...rules import stub
from . import backend


@stub("backup", "CreateBackupSelection")
def create(call: Call) -> dict[str, Any]:
    plan, selection = backend.plan(call), call.params["BackupSelection"]
    role = selection["IamRoleArn"]
    if roles.refuses(role, "backup.amazonaws.com", plan.backup_plan_arn):
        call.refuse(AwsError("InvalidParameterValueException", f"IAM Role {role} cannot be assumed by AWS Backup"))
    if not any(selection.get(name) for name in ("Resources", "ListOfTags", "Conditions")):
        raise AwsError("InvalidParameterValueException", "A backup selection needs resources, tags or conditions.")
    made = {
        "SelectionId": str(mock_random.uuid4()),
        "BackupPlanId": plan.backup_plan_id,
        "CreationDate": datetime.datetime.now(datetime.timezone.utc),
    }
    call.kind("selection")[made["SelectionId"]] = {**made, "BackupSelection": selection}
    return made


def _existing(call: Call) -> dict[str, Any]:
    found = call.kind("selection").get(call.params["SelectionId"])
    if found is None or found["BackupPlanId"] != call.params["BackupPlanId"]:
        raise AwsError(
            "InvalidParameterValueException", f"Cannot find Backup plan with ID {call.params['BackupPlanId']} and its selection."
        )
    return found


@stub("backup", "GetBackupSelection")
def get(call: Call) -> dict[str, Any]:
    return _existing(call)


@stub("backup", "DeleteBackupSelection")
def delete(call: Call) -> None:
    del call.kind("selection")[_existing(call)["SelectionId"]]


@stub("backup", "ListBackupSelections")
def list_all(call: Call) -> dict[str, Any]:
    found = [kept for kept in call.kind("selection").values() if kept["BackupPlanId"] == call.params["BackupPlanId"]]
    names = ("SelectionId", "BackupPlanId", "CreationDate")
    return {
        "BackupSelectionsList": [
            {
                **{name: kept[name] for name in names},
                "SelectionName": kept["BackupSelection"]["SelectionName"],
                "IamRoleArn": kept["BackupSelection"]["IamRoleArn"],
            }
            for kept in found
        ]
    }
