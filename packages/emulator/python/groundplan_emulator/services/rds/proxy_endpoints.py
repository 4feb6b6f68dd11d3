"""Endpoints of a proxy besides its own, such as one for readers.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxyEndpoint.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html
"""

from __future__ import annotations

from typing import Any

from moto.rds.models import RDSBaseModel

from ...call import AwsError, Call
from ...rules import stub
from . import backend, identifiers, looks, places, proxies

_ROLES = ("READ_WRITE", "READ_ONLY")


class ProxyEndpoint(RDSBaseModel):
    """One that is tagged as moto's own things are."""

    resource_type = "db-proxy-endpoint"

    def __init__(self, backend_: Any, proxy: Any, params: dict[str, Any]) -> None:
        super().__init__(backend_)
        self.db_proxy_name, self.name = proxy.db_proxy_name, params["DBProxyEndpointName"]
        self.target_role = params.get("TargetRole") or "READ_WRITE"
        self.subnets, self.groups, self.vpc = params["VpcSubnetIds"], params["VpcSecurityGroupIds"], proxy.vpc_id
        self.address = f"{self.name}.endpoint.{proxy.endpoint.partition('.')[2]}"
        self.tags = params.get("Tags") or []
        self.identifier = "prx-endpoint-" + proxy.unique_id[4:] + f"{len(all_of(backend_)):02}"
        looks.enter(self, "creating")

    @property
    def resource_id(self) -> str:
        return self.identifier

    def shown(self) -> dict[str, Any]:
        return {
            "DBProxyEndpointName": self.name,
            "DBProxyEndpointArn": self.arn,
            "DBProxyName": self.db_proxy_name,
            "Status": self.status,
            "VpcId": self.vpc,
            "VpcSecurityGroupIds": self.groups,
            "VpcSubnetIds": self.subnets,
            "Endpoint": self.address,
            "CreatedDate": self.created,
            "TargetRole": self.target_role,
            "IsDefault": False,
        }


def all_of(backend_: Any) -> dict[str, ProxyEndpoint]:
    return backend_.__dict__.setdefault("proxy_endpoints", {})


@stub("rds", "CreateDBProxyEndpoint")
def create(call: Call) -> dict[str, Any]:
    params, proxy = call.params, proxies.existing(call)
    name = params["DBProxyEndpointName"] = identifiers.check("DBProxyEndpointName", params["DBProxyEndpointName"])
    if name in all_of(backend.of(call)):
        raise AwsError("DBProxyEndpointAlreadyExistsFault", f"The DB proxy endpoint {name} already exists.")
    if (params.get("TargetRole") or "READ_WRITE") not in _ROLES:
        raise AwsError("InvalidParameterValue", f"Invalid target role {params['TargetRole']}.")
    _check_readers(call, proxy)
    places.complete_groups(call, proxies.check_subnets(call, params["VpcSubnetIds"]))
    made = all_of(backend.of(call))[name] = ProxyEndpoint(backend.of(call), proxy, params)
    return {"DBProxyEndpoint": made.shown()}


def _check_readers(call: Call, proxy: Any) -> None:
    """Readers are those of a cluster: an instance has none behind a proxy."""
    targets = proxy.proxy_target_groups["default"].targets
    if call.params.get("TargetRole") == "READ_ONLY" and any(target.type == "RDS_INSTANCE" for target in targets):
        text = "A read-only endpoint can't be created for a proxy that is associated with an RDS DB instance."
        raise AwsError("InvalidDBProxyStateFault", text)


@stub("rds", "DescribeDBProxyEndpoints")
def describe(call: Call) -> dict[str, Any]:
    proxy, name = call.params.get("DBProxyName"), call.params.get("DBProxyEndpointName")
    if name:
        _existing(call)
    found = [one for one in all_of(backend.of(call)).values() if name in (None, one.name) and proxy in (None, one.db_proxy_name)]
    for one in found:
        looks.look(one)
    return {"DBProxyEndpoints": [one.shown() for one in found]}


def _existing(call: Call) -> ProxyEndpoint:
    name = call.params["DBProxyEndpointName"]
    found = all_of(backend.of(call)).get(name)
    if found is None:
        raise AwsError("DBProxyEndpointNotFoundFault", f"DBProxyEndpoint {name} not found.", 404)
    return found


@stub("rds", "ModifyDBProxyEndpoint")
def modify(call: Call) -> dict[str, Any]:
    found = _existing(call)
    if call.params.get("VpcSecurityGroupIds"):
        places.complete_groups(call, found.vpc)
        found.groups = call.params["VpcSecurityGroupIds"]
    looks.enter(found, "modifying")
    return {"DBProxyEndpoint": found.shown()}


@stub("rds", "DeleteDBProxyEndpoint")
def delete(call: Call) -> dict[str, Any]:
    found = _existing(call)
    del all_of(backend.of(call))[found.name]
    return {"DBProxyEndpoint": {**found.shown(), "Status": "deleting"}}
