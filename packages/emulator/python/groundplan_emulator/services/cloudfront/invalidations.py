"""Invalidations: InProgress when made, Completed by the next look.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend, distributions

_MOST_PATHS, _MOST_WILDCARDS = 3000, 15
#: what stands for itself in a URL, and the star at the end
_PATH = re.compile(r"/([A-Za-z0-9_.~!$&'()+,;=:@/?-]|%[0-9A-Fa-f]{2})*\*?")


def _of(call: Call) -> dict[str, dict[str, Any]]:
    distributions.existing(call, call.params["DistributionId"])
    return backend.kept(call.account, "invalidation").setdefault(call.params["DistributionId"], {})


@stub("cloudfront", "CreateInvalidation")
def create(call: Call) -> dict[str, Any]:
    kept, batch = _of(call), call.params["InvalidationBatch"]
    paths = backend.items(batch["Paths"])
    backend.check_quantities(batch)
    same = next((one for one in kept.values() if one["batch"]["CallerReference"] == batch["CallerReference"]), None)
    if same is not None and same["batch"] != batch:
        raise AwsError("InvalidArgument", "The caller reference was used for a previous invalidation of other paths.")
    _check(kept, paths)
    if same is None:
        name = "I" + backend.new_id(12)[1:]
        same = kept[name] = {"id": name, "batch": batch, "status": "InProgress", "created": backend.now()}
    path = f"distribution/{call.params['DistributionId']}/invalidation/{same['id']}"
    return {"Invalidation": _shown(same), "Location": backend.location(path)}


def _check(kept: dict[str, dict[str, Any]], paths: list[str]) -> None:
    if not paths:
        raise AwsError("InvalidArgument", "The parameter Paths is required.")
    for path in paths:
        if not _PATH.fullmatch(path):
            raise AwsError("InvalidArgument", "Your request contains one or more invalid invalidation paths.")
    going = [path for one in kept.values() if one["status"] == "InProgress" for path in backend.items(one["batch"]["Paths"])]
    whole = [*going, *paths]
    if len(whole) > _MOST_PATHS or sum(path.endswith("*") for path in whole) > _MOST_WILDCARDS:
        text = "You have exceeded the maximum number of allowable InProgress invalidation requests"
        raise AwsError("TooManyInvalidationsInProgress", f"{text}: {_MOST_PATHS} paths, {_MOST_WILDCARDS} of them with a wildcard.")


@stub("cloudfront", "GetInvalidation")
def get(call: Call) -> dict[str, Any]:
    found = _of(call).get(call.params["Id"])
    if found is None:
        raise AwsError("NoSuchInvalidation", "The specified invalidation does not exist.", 404)
    found["status"] = "Completed"
    return {"Invalidation": _shown(found)}


@stub("cloudfront", "ListInvalidations")
def listing(call: Call) -> dict[str, Any]:
    """The newest first."""
    told = [{"Id": one["id"], "CreateTime": one["created"], "Status": one["status"]} for one in reversed(_of(call).values())]
    return {"InvalidationList": backend.page(call, told, lambda one: one["Id"])}


def _shown(one: dict[str, Any]) -> dict[str, Any]:
    return {"Id": one["id"], "Status": one["status"], "CreateTime": one["created"], "InvalidationBatch": one["batch"]}
