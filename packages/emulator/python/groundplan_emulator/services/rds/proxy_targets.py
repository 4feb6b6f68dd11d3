"""What a proxy leads to, and how it pools connections.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RegisterDBProxyTargets.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBProxyTargetGroup.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub
from . import backend, endpoints, engines, looks, proxies

_BORROW_SECONDS = range(301)


@before("rds", "RegisterDBProxyTargets")
def check(call: Call) -> None:
    proxy, params = proxies.existing(call), call.params
    clusters, instances = params.get("DBClusterIdentifiers") or [], params.get("DBInstanceIdentifiers") or []
    if len(clusters) + len(instances) != 1 or _group(call).targets:
        raise AwsError("InvalidParameterCombination", "A proxy can be associated with one DB instance or one DB cluster.")
    target = backend.cluster(call, clusters[0]) if clusters else backend.instance(call, instances[0])
    if instances and (backend.is_member(target) or target.is_replica):
        raise AwsError("InvalidDBInstanceState", "A proxy leads to a writer: register the DB cluster, or the source of a read replica.")
    engine = engines.engine(target.engine)
    if engine.proxy_family != proxy.engine_family:
        text = f"The engine {engine.name} of the target isn't of the proxy's engine family {proxy.engine_family}."
        raise AwsError("InvalidParameterValue", text)
    looks.settle(target)
    if target.status not in ("available", "modifying", "backing-up", "storage-optimization"):
        raise AwsError("InvalidDBInstanceState", f"The target {target.resource_id} is not in available state.")
    call.notes["target"] = target


def _group(call: Call) -> Any:
    name = call.params.get("TargetGroupName") or "default"
    found = proxies.existing(call).proxy_target_groups.get(name)
    if found is None:
        raise AwsError("DBProxyTargetGroupNotFoundFault", f"DBProxyTargetGroup {name} not found.", 404)
    return found


@after("rds", "RegisterDBProxyTargets")
def complete(call: Call, answer: dict[str, Any]) -> None:
    """moto knows neither the port nor the address of an instance."""
    for target in _group(call).targets:
        found = call.notes["target"]
        target.port = found.port
        target.target_arn = found.arn
        target.role = "READ_WRITE"
        if target.type == "RDS_INSTANCE":
            target.endpoint = endpoints.address(found)
    for shown in answer["DBProxyTargets"]:
        shown["Port"] = call.notes["target"].port


@before("rds", "DescribeDBProxyTargets", "DescribeDBProxyTargetGroups")
def check_group(call: Call) -> None:
    _group(call)


@before("rds", "DeregisterDBProxyTargets")
def check_target(call: Call) -> None:
    names = [*(call.params.get("DBClusterIdentifiers") or []), *(call.params.get("DBInstanceIdentifiers") or [])]
    registered = {target.rds_resource_id for target in _group(call).targets}
    unknown = [name for name in names if name not in registered]
    if unknown:
        raise AwsError("DBProxyTargetNotFoundFault", f"DBProxyTarget {unknown[0]} not found.", 404)


@stub("rds", "ModifyDBProxyTargetGroup")
def modify(call: Call) -> dict[str, Any]:
    """Where moto takes a share of 0 for none, and loses the query that each connection starts with."""
    group, pool = _group(call), call.params.get("ConnectionPoolConfig") or {}
    most, idle = pool.get("MaxConnectionsPercent"), pool.get("MaxIdleConnectionsPercent")
    borrow = pool.get("ConnectionBorrowTimeout")
    now = most if most is not None else group.max_connections
    if not 1 <= now <= 100 or (idle is not None and not 0 <= idle <= now):
        raise AwsError("InvalidParameterValue", "MaxConnectionsPercent must be from 1 to 100, and MaxIdleConnectionsPercent at most that.")
    if borrow is not None and borrow not in _BORROW_SECONDS:
        raise AwsError("InvalidParameterValue", f"ConnectionBorrowTimeout must be from 0 to {_BORROW_SECONDS.stop - 1} seconds.")
    group.max_connections = now
    group.max_idle_connections = idle if idle is not None else now // 2
    group.borrow_timeout = borrow if borrow is not None else group.borrow_timeout
    group.session_pinning_filters = pool.get("SessionPinningFilters") or []
    group.init_query = pool.get("InitQuery")
    return {"DBProxyTargetGroup": _shown(group)}


def _shown(group: Any) -> dict[str, Any]:
    return {
        "DBProxyName": group.db_proxy_name,
        "TargetGroupName": group.target_group_name,
        "TargetGroupArn": group.target_group_arn,
        "IsDefault": True,
        "Status": group.status,
        "ConnectionPoolConfig": _pool(group),
        "CreatedDate": group.created_date,
        "UpdatedDate": group.updated_date,
    }


def _pool(group: Any) -> dict[str, Any]:
    query = getattr(group, "init_query", None)
    return {**group.connection_pool_config, **({"InitQuery": query} if query else {})}


@after("rds", "DescribeDBProxyTargetGroups")
def show_query(call: Call, answer: dict[str, Any]) -> None:
    for shown in answer.get("TargetGroups", []):
        shown["ConnectionPoolConfig"] = _pool(_group(call))
