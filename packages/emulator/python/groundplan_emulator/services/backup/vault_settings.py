"""A vault's access policy, and whom it notifies.

https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultAccessPolicy.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...documents import statements
from ...rules import stub
from . import backend

#: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
_EVENTS = frozenset(
    f"{kind}_JOB_{state}"
    for kind, states in {
        "BACKUP": ("STARTED", "COMPLETED", "SUCCESSFUL", "FAILED", "EXPIRED"),
        "RESTORE": ("STARTED", "COMPLETED", "SUCCESSFUL", "FAILED"),
        "COPY": ("STARTED", "SUCCESSFUL", "FAILED"),
    }.items()
    for state in states
) | {"RECOVERY_POINT_MODIFIED", "BACKUP_PLAN_CREATED", "BACKUP_PLAN_MODIFIED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"}


@stub("backup", "PutBackupVaultAccessPolicy")
def put_policy(call: Call) -> None:
    vault = backend.vault(call)
    found = statements(call.params.get("Policy") or "")
    if not found or any("Principal" not in statement and "NotPrincipal" not in statement for statement in found):
        raise AwsError(
            "InvalidParameterValueException", "The specified policy cannot be added to the vault due to improper JSON or principal."
        )
    call.kind("policy")[vault.backup_vault_name] = call.params["Policy"]


@stub("backup", "GetBackupVaultAccessPolicy", "DeleteBackupVaultAccessPolicy")
def policy(call: Call) -> dict[str, Any] | None:
    vault, kept = backend.vault(call), call.kind("policy")
    if call.operation.startswith("Delete"):
        kept.pop(vault.backup_vault_name, None)
        return None
    if vault.backup_vault_name not in kept:
        raise AwsError("ResourceNotFoundException", f"Backup vault policy of {vault.backup_vault_name} not found.")
    return {**_vault(vault), "Policy": kept[vault.backup_vault_name]}


def _vault(vault: Any) -> dict[str, Any]:
    return {"BackupVaultName": vault.backup_vault_name, "BackupVaultArn": vault.backup_vault_arn}


@stub("backup", "PutBackupVaultNotifications")
def put_notifications(call: Call) -> None:
    vault, params = backend.vault(call), call.params
    unknown = [name for name in params["BackupVaultEvents"] if name not in _EVENTS]
    if unknown:
        raise AwsError("InvalidParameterValueException", f"Invalid backup vault event: {unknown[0]}")
    topic = {"SNSTopicArn": params["SNSTopicArn"], "BackupVaultEvents": list(params["BackupVaultEvents"])}
    call.kind("notifications")[vault.backup_vault_name] = topic


@stub("backup", "GetBackupVaultNotifications", "DeleteBackupVaultNotifications")
def notifications(call: Call) -> dict[str, Any] | None:
    vault, kept = backend.vault(call), call.kind("notifications")
    if call.operation.startswith("Delete"):
        kept.pop(vault.backup_vault_name, None)
        return None
    if vault.backup_vault_name not in kept:
        raise AwsError("ResourceNotFoundException", f"Backup vault notifications of {vault.backup_vault_name} not found.")
    return {**_vault(vault), **kept[vault.backup_vault_name]}
