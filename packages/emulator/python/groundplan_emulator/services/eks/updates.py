"""Updates of a cluster and what belongs to it: the first look shows one on its way.

https://docs.aws.amazon.com/eks/latest/APIReference/API_DescribeUpdate.html
https://docs.aws.amazon.com/eks/latest/APIReference/API_Update.html
"""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from ...call import Call
from ...rules import stub
from . import backend


def start(call: Call, kind: str) -> dict[str, Any]:
    now = datetime.datetime.now(datetime.timezone.utc)
    update = {"id": str(uuid.uuid4()), "status": "InProgress", "type": kind, "params": [], "createdAt": now, "errors": []}
    call.kind("update")[update["id"]] = update
    return {"update": dict(update)}


@stub("eks", "DescribeUpdate")
def describe(call: Call) -> dict[str, Any]:
    found = call.kind("update").get(call.params["updateId"])
    if found is None:
        raise backend.missing(f"No update found for ID: {call.params['updateId']}")
    shown = dict(found)
    found["status"] = "Successful"
    return {"update": shown}
