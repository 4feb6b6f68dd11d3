"""Vaults: their names and keys, their locks, and those that may not go.

https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DeleteBackupVault.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call
from ...rules import before, stub
from .. import kms
from . import backend

_NAME = re.compile(r"[a-zA-Z0-9\-_]{2,50}")


_DEFAULT_KEY = "alias/aws/backup"


@before("backup", "CreateBackupVault")
def check(call: Call) -> None:
    """Without a key of one's own a vault gets AWS's."""
    params = call.params
    if not _NAME.fullmatch(params["BackupVaultName"]):
        raise AwsError("InvalidParameterValueException", f"Invalid backup vault name: {params['BackupVaultName']}")
    name = params.get("EncryptionKeyArn") or _DEFAULT_KEY
    key = kms.find(call, name) or (_make_default_key(call) if name == _DEFAULT_KEY else None)
    if key is None or key.key_state != "Enabled":
        raise AwsError("InvalidParameterValueException", f"The KMS key {name} does not exist or is not enabled.")
    params["EncryptionKeyArn"] = key.arn


def _make_default_key(call: Call) -> Any:
    """One of the few of AWS's own that moto does not make by itself."""
    from moto.kms.models import kms_backends

    keys = kms_backends[call.account][call.region]
    key = keys.create_key(None, "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT", "Default key that protects my Backup data", None)
    keys.create_alias(key.id, _DEFAULT_KEY)
    return key


@before("backup", "DescribeBackupVault", "DeleteBackupVault", "PutBackupVaultLockConfiguration", "DeleteBackupVaultLockConfiguration")
def check_there(call: Call) -> None:
    vault = backend.vault(call)
    if call.operation == "PutBackupVaultLockConfiguration":
        _check_lock(call, vault)
    if call.operation == "DeleteBackupVault" and vault.num_of_recovery_points:
        raise AwsError("InvalidRequestException", "Backup vault cannot be deleted because it contains recovery points.")


def _check_lock(call: Call, vault: Any) -> None:
    """A lock of governance mode has no date; once a date stands, it stays until it passes."""
    if vault.changeable_for_days and not call.params.get("ChangeableForDays"):
        text = "ChangeableForDays can't be removed from a vault lock; delete the lock configuration before its date."
        raise AwsError("InvalidParameterValueException", text)


@before("backup", "DeleteBackupVault")
def forget(call: Call) -> None:
    for kind in ("policy", "notifications"):
        call.kind(kind).pop(call.params["BackupVaultName"], None)


@stub("backup", "ListRecoveryPointsByBackupVault")
def recovery_points(call: Call) -> dict[str, Any]:
    """None: no clock starts a backup."""
    backend.vault(call)
    return {"RecoveryPoints": []}
