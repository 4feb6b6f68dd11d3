"""The HTTP endpoint of Aurora's clusters.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EnableHttpEndpoint.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend


@stub("rds", "EnableHttpEndpoint", "DisableHttpEndpoint")
def switch(call: Call) -> dict[str, Any]:
    cluster = backend.cluster(call, call.params["ResourceArn"])
    if not cluster.engine.startswith("aurora"):
        raise AwsError("InvalidResourceStateFault", f"The engine {cluster.engine} does not support the HTTP endpoint.")
    cluster._enable_http_endpoint = call.operation.startswith("Enable")
    return {"ResourceArn": cluster.arn, "HttpEndpointEnabled": cluster._enable_http_endpoint}
