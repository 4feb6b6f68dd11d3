"""Settings of the service in an account's region, which moto lacks.

https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_UpdateServiceSetting.html
https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ServiceSetting.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub

#: what each is before anybody sets it
_DEFAULTS = {
    "/ssm/appmanager/appmanager-enabled": "True",
    "/ssm/automation/customer-script-log-destination": "",
    "/ssm/automation/customer-script-log-group-name": "",
    "/ssm/automation/enable-adaptive-concurrency": "False",
    "/ssm/documents/console/public-sharing-permission": "Enable",
    "/ssm/managed-instance/activation-tier": "standard",
    "/ssm/managed-instance/default-ec2-instance-management-role": "",
    "/ssm/opsinsights/opscenter": "Disabled",
    "/ssm/parameter-store/default-parameter-tier": "Standard",
    "/ssm/parameter-store/high-throughput-enabled": "false",
}


def _name(call: Call) -> str:
    """Of its ARN or itself."""
    name = call.params["SettingId"].rpartition("servicesetting")[2]
    if name not in _DEFAULTS:
        raise AwsError("ServiceSettingNotFound", f"The setting {call.params['SettingId']} was not found.")
    return str(name)


def _shown(call: Call, name: str) -> dict[str, Any]:
    kept = call.kind("service setting")
    status = "Customized" if name in kept else "Default"
    value = kept.get(name, _DEFAULTS[name])
    return {"SettingId": name, "SettingValue": value, "ARN": call.arn(f"servicesetting{name}"), "Status": status}


@stub("ssm", "UpdateServiceSetting")
def update(call: Call) -> None:
    call.kind("service setting")[_name(call)] = call.params["SettingValue"]


@stub("ssm", "GetServiceSetting")
def get(call: Call) -> dict[str, Any]:
    return {"ServiceSetting": _shown(call, _name(call))}


@stub("ssm", "ResetServiceSetting")
def reset(call: Call) -> dict[str, Any]:
    name = _name(call)
    call.kind("service setting").pop(name, None)
    return {"ServiceSetting": _shown(call, name)}
