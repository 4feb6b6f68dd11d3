"""Tags of vaults and plans.

https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListTags.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import stub
from . import backend


@stub("backup", "ListTags")
def list_tags(call: Call) -> dict[str, Any]:
    """moto finds the ARN by a slash at the path's end, which not every SDK sends."""
    return {"Tags": backend.of(call).list_tags(call.params["ResourceArn"])}
