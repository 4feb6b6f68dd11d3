"""Plans: what their rules may say, new versions of them, and those that still select something.

https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupPlan.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateBackupPlan.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DeleteBackupPlan.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html
"""

from __future__ import annotations

import re
from typing import Any

from moto.moto_api._internal import mock_random

from ...call import AwsError, Call
from ...rules import after, before, stub
from . import backend

_SCHEDULE = re.compile(r"cron\((\S+ ){5}\S+\)|rate\(\d+ (minutes?|hours?|days?)\)")
_NAME = re.compile(r"[a-zA-Z0-9\-_.]{1,50}")
_LEAST_START_MINUTES, _LEAST_AFTER_START = 60, 60
_CONTINUOUS_DAYS = range(1, 36)
_COLD_DAYS = 90


@before("backup", "CreateBackupPlan")
def check(call: Call) -> None:
    for rule in call.params["BackupPlan"]["Rules"]:
        _check_rule(call, rule)


def _check_rule(call: Call, rule: dict[str, Any]) -> None:
    if not _NAME.fullmatch(rule["RuleName"]):
        raise AwsError("InvalidParameterValueException", f"Invalid rule name: {rule['RuleName']}")
    if rule["TargetBackupVaultName"] not in backend.of(call).vaults:
        raise AwsError("InvalidParameterValueException", f"Backup vault {rule['TargetBackupVaultName']} does not exist.")
    schedule = rule.get("ScheduleExpression")
    if schedule and not _SCHEDULE.fullmatch(schedule):
        raise AwsError("InvalidParameterValueException", f"Invalid schedule expression: {schedule}")
    start, completion = rule.get("StartWindowMinutes") or 480, rule.get("CompletionWindowMinutes") or 10080
    if start < _LEAST_START_MINUTES or completion < start + _LEAST_AFTER_START:
        text = f"and the completion window {_LEAST_AFTER_START} minutes longer."
        raise AwsError("InvalidParameterValueException", f"The start window must be {_LEAST_START_MINUTES} minutes at least, {text}")
    _check_lifecycle(rule.get("Lifecycle") or {})
    for copy in rule.get("CopyActions") or []:
        _check_lifecycle(copy.get("Lifecycle") or {})
    if rule.get("EnableContinuousBackup"):
        days = (rule.get("Lifecycle") or {}).get("DeleteAfterDays")
        if days not in _CONTINUOUS_DAYS:
            text = f"Continuous backups are kept from 1 to {_CONTINUOUS_DAYS.stop - 1} days; DeleteAfterDays is {days}."
            raise AwsError("InvalidParameterValueException", text)


def _check_lifecycle(lifecycle: dict[str, Any]) -> None:
    cold, last = lifecycle.get("MoveToColdStorageAfterDays"), lifecycle.get("DeleteAfterDays")
    if cold and last and 0 < last < cold + _COLD_DAYS:
        text = f"Delete after days cannot be less than {_COLD_DAYS} days apart from move to cold storage after days"
        raise AwsError("InvalidParameterValueException", text)


@stub("backup", "UpdateBackupPlan")
def update(call: Call) -> dict[str, Any]:
    """A new version of the plan."""
    check(call)
    plan = backend.plan(call)
    new = type(plan)(call.params["BackupPlan"], plan.creator_request_id, backend.of(call))
    plan.backup_plan, plan.version_id = new.backup_plan, mock_random.get_random_string(length=48)
    plan.advanced_backup_settings = new.advanced_backup_settings
    return plan.to_dict()


@before("backup", "DeleteBackupPlan")
def refuse_with_selections(call: Call) -> None:
    backend.plan(call)
    if any(kept["BackupPlanId"] == call.params["BackupPlanId"] for kept in call.kind("selection").values()):
        text = "Related backup plan selections must be deleted prior to backup plan deletion"
        raise AwsError("InvalidRequestException", text)


@after("backup", "DeleteBackupPlan")
def forget(call: Call, answer: dict[str, Any]) -> None:
    """moto keeps a deleted plan and its name."""
    backend.of(call).plans.pop(call.params["BackupPlanId"], None)
