"""GuardDuty of an organization: who administers it, and what its members get.

https://docs.aws.amazon.com/guardduty/latest/APIReference/API_EnableOrganizationAdminAccount.html
https://docs.aws.amazon.com/guardduty/latest/APIReference/API_UpdateOrganizationConfiguration.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import before, stub
from .detectors import backend, bad, existing
from .features import MORE, OPTIONAL


def _administrators(call: Call) -> list[str]:
    """Of the organization that the caller manages or is a member of."""
    from moto.guardduty.models import guardduty_backends
    from moto.organizations.models import organizations_backends

    master = organizations_backends.master_accounts.get(call.account, (call.account,))[0]
    found: list[str] = guardduty_backends[master][call.region].admin_account_ids
    return found


@before("guardduty", "EnableOrganizationAdminAccount")
def check(call: Call) -> None:
    from moto.organizations.models import organizations_backends

    organization = organizations_backends[call.account]["aws"]
    wanted = call.params["AdminAccountId"]
    if organization.org is None:
        raise bad("because the current account is not the management account of an organization.")
    if all(account.id != wanted for account in organization.accounts):
        raise bad("because the account is not a member of the organization.")
    if _administrators(call):
        raise bad("because an account is already enabled as the delegated administrator.")


@stub("guardduty", "DisableOrganizationAdminAccount")
def disable(call: Call) -> None:
    administrators = backend(call).admin_account_ids
    if call.params["AdminAccountId"] not in administrators:
        raise bad("because the account is not the delegated administrator.")
    administrators.remove(call.params["AdminAccountId"])


@stub("guardduty", "UpdateOrganizationConfiguration")
def update(call: Call) -> None:
    _check_administrator(call)
    kept = _kept(call)
    if call.params.get("AutoEnableOrganizationMembers"):
        kept["members"] = call.params["AutoEnableOrganizationMembers"]
    elif call.params.get("AutoEnable") is not None:
        kept["members"] = "NEW" if call.params["AutoEnable"] else "NONE"
    for feature in call.params.get("Features") or []:
        if feature["Name"] not in (*OPTIONAL, *MORE):
            raise bad(f"because the feature {feature['Name']} is not supported.")
        more = {one["Name"]: one["AutoEnable"] for one in feature.get("AdditionalConfiguration") or []}
        standing = kept["features"].get(feature["Name"], {"more": {}})
        kept["features"][feature["Name"]] = {"auto": feature["AutoEnable"], "more": {**standing["more"], **more}}


def _check_administrator(call: Call) -> None:
    existing(call)
    if call.account not in _administrators(call):
        raise bad("because the current account cannot perform the action: it is not the delegated administrator.")


def _kept(call: Call) -> dict[str, Any]:
    found: dict[str, Any] = call.kind("organization").setdefault(call.params["DetectorId"], {"members": "NONE", "features": {}})
    return found


@stub("guardduty", "DescribeOrganizationConfiguration")
def describe(call: Call) -> dict[str, Any]:
    _check_administrator(call)
    kept = _kept(call)

    def source(name: str) -> dict[str, bool]:
        return {"AutoEnable": kept["features"].get(name, {}).get("auto") in ("NEW", "ALL")}

    return {
        "AutoEnable": kept["members"] != "NONE",
        "AutoEnableOrganizationMembers": kept["members"],
        "MemberAccountLimitReached": False,
        "Features": [_feature(name, kept["features"].get(name, {"auto": "NONE", "more": {}})) for name in (*OPTIONAL, *MORE)],
        "DataSources": {
            "S3Logs": source("S3_DATA_EVENTS"),
            "Kubernetes": {"AuditLogs": source("EKS_AUDIT_LOGS")},
            "MalwareProtection": {"ScanEc2InstanceWithFindings": {"EbsVolumes": source("EBS_MALWARE_PROTECTION")}},
        },
    }


def _feature(name: str, kept: dict[str, Any]) -> dict[str, Any]:
    more = [{"Name": one, "AutoEnable": kept["more"].get(one, "NONE")} for one in MORE.get(name, ())]
    return {"Name": name, "AutoEnable": kept["auto"], **({"AdditionalConfiguration": more} if more else {})}
