"""Distributions: made, changed, disabled, deleted. What was made or changed is told as InProgress, and deployed by the next look at it.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionWithTags.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateDistribution.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DeleteDistribution.html
"""

from __future__ import annotations

import secrets
import string
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend, distribution_checks, distribution_defaults, tags

_NAME = string.ascii_lowercase + string.digits
_NONE_ACTIVE = {"Enabled": False, "Quantity": 0}


def existing(call: Call, name: str | None = None) -> dict[str, Any]:
    found = backend.kept(call.account, "distribution").get(name or call.params["Id"])
    if found is None:
        raise AwsError("NoSuchDistribution", "The specified distribution does not exist.", 404)
    return found


@stub("cloudfront", "CreateDistribution", "CreateDistributionWithTags")
def create(call: Call) -> dict[str, Any]:
    whole = call.params.get("DistributionConfigWithTags") or {"DistributionConfig": call.params["DistributionConfig"]}
    config = whole["DistributionConfig"]
    standing = backend.kept(call.account, "distribution").values()
    if any(one["config"]["CallerReference"] == config["CallerReference"] for one in standing):
        text = "The caller reference that you are using to create a distribution is associated with another distribution."
        raise AwsError("DistributionAlreadyExists", text, 409)
    distribution_checks.check(call, None, config)
    name = backend.new_id()
    made = {
        "id": name,
        "arn": call.arn(f"distribution/{name}", region=""),
        "domain": "d" + "".join(secrets.choice(_NAME) for _ in range(13)) + ".cloudfront.net",
    }
    _keep(made, config)
    backend.kept(call.account, "distribution")[name] = made
    tags.put(call, made["arn"], backend.items(whole.get("Tags")))
    return {"Distribution": _shown(made), "ETag": made["etag"], "Location": backend.location(f"distribution/{name}")}


def _keep(distribution: dict[str, Any], config: dict[str, Any]) -> None:
    whole = distribution_defaults.fill(config)
    distribution.update(config=whole, etag=backend.new_id(), status="InProgress", modified=backend.now())


@stub("cloudfront", "GetDistribution", "GetDistributionConfig")
def get(call: Call) -> dict[str, Any]:
    found = existing(call)
    if call.operation == "GetDistributionConfig":
        return {"DistributionConfig": found["config"], "ETag": found["etag"]}
    found["status"] = "Deployed"
    return {"Distribution": _shown(found), "ETag": found["etag"]}


@stub("cloudfront", "UpdateDistribution")
def update(call: Call) -> dict[str, Any]:
    found, config = existing(call), call.params["DistributionConfig"]
    backend.check_version(call, found["etag"])
    if config["CallerReference"] != found["config"]["CallerReference"]:
        raise AwsError("IllegalUpdate", "The update contains modifications that are not allowed: the caller reference.")
    distribution_checks.check(call, found, config)
    _keep(found, config)
    return {"Distribution": _shown(found), "ETag": found["etag"]}


@stub("cloudfront", "DeleteDistribution")
def delete(call: Call) -> None:
    found = existing(call)
    backend.check_version(call, found["etag"])
    if found["config"]["Enabled"] or found["status"] != "Deployed":
        raise AwsError("DistributionNotDisabled", "The distribution you are trying to delete has not been disabled.", 409)
    del backend.kept(call.account, "distribution")[found["id"]]
    for kind in ("monitoring", "invalidation"):
        backend.kept(call.account, kind).pop(found["id"], None)
    tags.forget(call, found["arn"])


def _shown(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "Id": one["id"],
        "ARN": one["arn"],
        "Status": one["status"],
        "LastModifiedTime": one["modified"],
        "InProgressInvalidationBatches": 0,
        "DomainName": one["domain"],
        "ActiveTrustedSigners": _NONE_ACTIVE,
        "ActiveTrustedKeyGroups": _NONE_ACTIVE,
        "DistributionConfig": one["config"],
    }


def summary(one: dict[str, Any]) -> dict[str, Any]:
    """As lists show one: without what only its own configuration tells."""
    apart = ("CallerReference", "DefaultRootObject", "Logging", "ContinuousDeploymentPolicyId")
    config = {name: value for name, value in one["config"].items() if name not in apart}
    told = {"Id": one["id"], "ARN": one["arn"], "ETag": one["etag"], "Status": one["status"], "DomainName": one["domain"]}
    return {**told, "LastModifiedTime": one["modified"], **config}
