"""Which services of a region AWS Backup works for.

https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateRegionSettings.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import stub

_ALWAYS = ("Aurora", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "RDS", "Redshift", "S3", "Storage Gateway", "VirtualMachine")


@stub("backup", "DescribeRegionSettings", "UpdateRegionSettings")
def settings(call: Call) -> dict[str, Any] | None:
    kept = call.kind("region settings")
    opted = kept.setdefault("ResourceTypeOptInPreference", dict.fromkeys(_ALWAYS, True))
    managed = kept.setdefault("ResourceTypeManagementPreference", {"DynamoDB": True, "EFS": True})
    if call.operation.startswith("Describe"):
        return {"ResourceTypeOptInPreference": opted, "ResourceTypeManagementPreference": managed}
    opted.update(call.params.get("ResourceTypeOptInPreference") or {})
    managed.update(call.params.get("ResourceTypeManagementPreference") or {})
    return None
