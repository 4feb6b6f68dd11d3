"""What bears tags besides what moto finds by itself.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddTagsToResource.html
"""

from __future__ import annotations

from typing import Any


def find(backend: Any, arn: str) -> Any:
    from moto.rds.models import rds_backends

    kind = arn.split(":")[5] if arn.count(":") > 5 else ""
    if kind == "global-cluster":
        everyone = rds_backends[backend.account_id]["us-east-1"].global_clusters.values()
    elif kind == "db-proxy-endpoint":
        everyone = backend.__dict__.get("proxy_endpoints", {}).values()
    elif kind == "target-group":
        everyone = [group for proxy in backend.db_proxies.values() for group in proxy.proxy_target_groups.values()]
    else:
        return None
    return next((one for one in everyone if one.arn == arn), None)
