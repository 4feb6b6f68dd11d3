"""The network interface of a task in awsvpc mode: while the task runs, its subnet and security groups are in use.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from ...call import AwsError
from ...locks import LOCKS


def checked(network: dict[str, Any] | None, definition: Any, account: str, region: str) -> dict[str, Any] | None:
    """The configuration with AWS's defaults; refused where a subnet or group is not there."""
    from moto.ec2.models import ec2_backends

    if definition is not None and definition.network_mode == "awsvpc" and not network:
        text = "Network Configuration must be provided when networkMode 'awsvpc' is specified."
        raise AwsError("InvalidParameterException", text)
    if not network:
        return None
    given = network["awsvpcConfiguration"]
    if not given.get("subnets"):
        raise AwsError("InvalidParameterException", "subnets can not be empty.")
    with LOCKS["ec2"]:
        backend = ec2_backends[account][region]
        subnets = {subnet.id for zone in backend.subnets.values() for subnet in zone.values()}
        groups = {group for vpc in backend.groups.values() for group in vpc}
    for name in given["subnets"]:
        if name not in subnets:
            text = f"The subnet ID '{name}' does not exist (ErrorCode: InvalidSubnetID.NotFound)"
            raise AwsError("InvalidParameterException", f"Error retrieving subnet information for [{name}]: {text}")
    for name in given.get("securityGroups") or []:
        if name not in groups:
            text = f"The security group '{name}' does not exist (ErrorCode: InvalidGroup.NotFound)"
            raise AwsError("InvalidParameterException", f"Error retrieving security group information for [{name}]: {text}")
    return {"awsvpcConfiguration": {"assignPublicIp": "DISABLED", "securityGroups": [], **given}}


class Interface:
    """One that stands, attached to a task."""

    def __init__(self, account: str, region: str, network: dict[str, Any], turn: int) -> None:
        from moto.ec2.models import ec2_backends

        given = network["awsvpcConfiguration"]
        subnet = given["subnets"][turn % len(given["subnets"])]
        self._backend = ec2_backends[account][region]
        with LOCKS["ec2"]:
            self._eni = self._backend.create_network_interface(subnet, [], group_ids=given.get("securityGroups") or None)
            self._eni.status = "in-use"
            self.zone = self._eni.subnet.availability_zone
        self.attachment = str(uuid4())
        self.subnet, self.address = subnet, self._eni.private_ip_address

    def described(self, *, standing: bool) -> dict[str, Any]:
        details = {
            "subnetId": self.subnet,
            "networkInterfaceId": self._eni.id,
            "macAddress": self._eni.mac_address,
            "privateIPv4Address": self.address,
        }
        return {
            "id": self.attachment,
            "type": "ElasticNetworkInterface",
            "status": "ATTACHED" if standing else "DELETED",
            "details": [{"name": name, "value": value} for name, value in details.items()],
        }

    def delete(self) -> None:
        with LOCKS["ec2"]:
            self._backend.enis.pop(self._eni.id, None)
