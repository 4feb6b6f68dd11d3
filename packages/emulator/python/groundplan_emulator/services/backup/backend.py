"""moto's own AWS Backup, for rules that must look at what stands."""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.backup.models import backup_backends

    return backup_backends[call.account][call.region]


def vault(call: Call) -> Any:
    name = call.params["BackupVaultName"]
    found = of(call).vaults.get(name)
    if found is None:
        raise AwsError("ResourceNotFoundException", f"Backup vault {name} not found.")
    return found


def plan(call: Call) -> Any:
    found = of(call).plans.get(call.params["BackupPlanId"])
    if found is None:
        raise AwsError("ResourceNotFoundException", "Failed reading Backup plan with provided version")
    return found
