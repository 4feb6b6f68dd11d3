"""Proxies: their place, their role and secrets, and what moto cannot change.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBProxy.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html#rds-proxy.limitations
"""

from __future__ import annotations

from typing import Any

from ... import roles
from ...call import AwsError, Call
from ...rules import after, before, stub
from ..ec2 import backend as ec2
from . import backend, identifiers, looks, places

_LEAST_ZONES = 2
_IDLE_SECONDS = range(1, 28801)
_SECRETS = ("SECRETS",)
_FAMILIES = ("POSTGRESQL", "MYSQL", "SQLSERVER")


def existing(call: Call) -> Any:
    name = call.params["DBProxyName"]
    found = backend.of(call).db_proxies.get(name)
    if found is None:
        raise AwsError("DBProxyNotFoundFault", f"The specified proxy name {name} doesn't correspond to a proxy owned by your account.", 404)
    return found


@before("rds", "CreateDBProxy")
def check(call: Call) -> None:
    params = call.params
    params["DBProxyName"] = identifiers.check("DBProxyName", params["DBProxyName"])
    if params["DBProxyName"] in backend.of(call).db_proxies:
        text = f"Cannot create the DBProxy because a DBProxy with the identifier {params['DBProxyName']} already exists."
        raise AwsError("DBProxyAlreadyExistsFault", text)
    if params["EngineFamily"] not in _FAMILIES:
        raise AwsError("InvalidParameterValue", f"Invalid engine family {params['EngineFamily']}.")
    vpc = check_subnets(call, params["VpcSubnetIds"])
    places.complete_groups(call, vpc)
    _check_access(call)


def check_subnets(call: Call, names: list[str]) -> str:
    found = [subnet for subnet in ec2.subnets(call) if subnet.id in names]
    if len(found) != len(set(names)) or len({subnet.vpc_id for subnet in found}) != 1:
        raise AwsError("InvalidSubnet", f"The requested subnets {names} are invalid, or are in different VPCs.")
    if len({subnet.availability_zone for subnet in found}) < _LEAST_ZONES:
        raise AwsError("InvalidSubnet", "RDS Proxy requires at least two subnets in different Availability Zones.")
    return found[0].vpc_id


def _check_access(call: Call) -> None:
    params = call.params
    seconds = params.get("IdleClientTimeout")
    if seconds is not None and seconds not in _IDLE_SECONDS:
        raise AwsError("InvalidParameterValue", f"IdleClientTimeout must be between 1 and {_IDLE_SECONDS.stop - 1} seconds.")
    for auth in params.get("Auth") or []:
        if (auth.get("AuthScheme") or "SECRETS") in _SECRETS and not auth.get("SecretArn"):
            raise AwsError("InvalidParameterValue", "SecretArn is required for the authentication scheme SECRETS.")
        if auth.get("IAMAuth") == "REQUIRED" and params.get("RequireTLS") is False:
            raise AwsError("InvalidParameterCombination", "RequireTLS must be enabled when IAM authentication is required.")
        _check_secret(call, auth.get("SecretArn"))
    role = params.get("RoleArn")
    if role and roles.refuses(role, "rds.amazonaws.com", call.arn(f"db-proxy:{params['DBProxyName']}")):
        call.refuse(AwsError("InvalidParameterValue", f"RDS is not authorized to assume service-linked role {role}"))


def _check_secret(call: Call, arn: str | None) -> None:
    from moto.secretsmanager.models import secretsmanager_backends

    if arn and not any(secret.arn == arn for secret in secretsmanager_backends[call.account][call.region].secrets.values()):
        raise AwsError("InvalidParameterValue", f"The secret {arn} does not exist or is not in this Region.")


@after("rds", "CreateDBProxy")
def complete(call: Call, answer: dict[str, Any]) -> None:
    """Passwords are checked as the engine does, unless one says otherwise."""
    proxy = existing(call)
    proxy.auth = [_auth(proxy.engine_family, auth) for auth in call.params.get("Auth") or []]
    looks.enter(proxy, "creating")
    answer["DBProxy"].update(Auth=proxy.auth, Status="creating")


def _auth(family: str, auth: dict[str, Any]) -> dict[str, Any]:
    kind = {"POSTGRESQL": "POSTGRES_SCRAM_SHA_256", "MYSQL": "MYSQL_CACHING_SHA2_PASSWORD"}.get(family, "SQL_SERVER_AUTHENTICATION")
    given = {name: value for name, value in auth.items() if value is not None}
    return {"AuthScheme": "SECRETS", "IAMAuth": "DISABLED", "ClientPasswordAuthType": kind, **given}


@before("rds", "DescribeDBProxies")
def look(call: Call) -> None:
    name = call.params.get("DBProxyName")
    for proxy in backend.of(call).db_proxies.values():
        if name in (None, proxy.db_proxy_name):
            looks.look(proxy)


@stub("rds", "ModifyDBProxy")
def modify(call: Call) -> dict[str, Any]:
    proxy, params = existing(call), call.params
    if params.get("SecurityGroups"):
        params["VpcSecurityGroupIds"] = params["SecurityGroups"]
        places.complete_groups(call, proxy.vpc_id)
        proxy.vpc_security_group_ids = params["SecurityGroups"]
    _check_access(call)
    if params.get("Auth"):
        proxy.auth = [_auth(proxy.engine_family, auth) for auth in params["Auth"]]
    for parameter, attribute in _CHANGED.items():
        if params.get(parameter) is not None:
            setattr(proxy, attribute, params[parameter])
    _rename(call, proxy, params.get("NewDBProxyName"))
    looks.enter(proxy, "modifying")
    return {"DBProxy": shown(proxy)}


_CHANGED = {
    "RequireTLS": "require_tls",
    "IdleClientTimeout": "idle_client_timeout",
    "DebugLogging": "debug_logging",
    "RoleArn": "role_arn",
}


def _rename(call: Call, proxy: Any, name: str | None) -> None:
    if not name:
        return
    proxies = backend.of(call).db_proxies
    del proxies[proxy.db_proxy_name]
    proxy.db_proxy_name = identifiers.check("NewDBProxyName", name)
    proxies[proxy.db_proxy_name] = proxy
    for group in proxy.proxy_target_groups.values():
        group.db_proxy_name = proxy.db_proxy_name


def shown(proxy: Any) -> dict[str, Any]:
    return {
        "DBProxyName": proxy.db_proxy_name,
        "DBProxyArn": proxy.arn,
        "Status": proxy.status,
        "EngineFamily": proxy.engine_family,
        "VpcId": proxy.vpc_id,
        "VpcSecurityGroupIds": proxy.vpc_security_group_ids,
        "VpcSubnetIds": proxy.vpc_subnet_ids,
        "Auth": proxy.auth,
        "RoleArn": proxy.role_arn,
        "Endpoint": proxy.endpoint,
        "RequireTLS": bool(proxy.require_tls),
        "IdleClientTimeout": proxy.idle_client_timeout,
        "DebugLogging": bool(proxy.debug_logging),
        "CreatedDate": proxy.created_date,
        "UpdatedDate": proxy.updated_date,
    }


@before("rds", "DeleteDBProxy")
def check_deletion(call: Call) -> None:
    proxy = existing(call)
    endpoints = backend.of(call).__dict__.setdefault("proxy_endpoints", {})
    for name in [name for name, endpoint in endpoints.items() if endpoint.db_proxy_name == proxy.db_proxy_name]:
        del endpoints[name]


@after("rds", "DeleteDBProxy")
def delete(call: Call, answer: dict[str, Any]) -> None:
    answer["DBProxy"]["Status"] = "deleting"
