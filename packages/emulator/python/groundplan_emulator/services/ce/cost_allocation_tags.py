"""Cost allocation tags: billing knows a key about a day after its first use, and tells the management account alone.

No clock moves: the first call that asks for a key that is in use is the day on which billing first sees it; from then on it is known.

https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/activating-tags.html
https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_UpdateCostAllocationTagsStatus.html
https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_ListCostAllocationTags.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from .anomaly_monitors import today


@stub("ce", "ListCostAllocationTags")
def list_tags(call: Call) -> dict[str, Any]:
    _check_account(call)
    known, params = call.kind("cost allocation tag"), call.params
    shown = [
        tag
        for tag in known.values()
        if (not params.get("TagKeys") or tag["TagKey"] in params["TagKeys"])
        and params.get("Status") in (None, tag["Status"])
        and params.get("Type") in (None, tag["Type"])
    ]
    _bill(call)
    return {"CostAllocationTags": [dict(tag) for tag in shown]}


@stub("ce", "UpdateCostAllocationTagsStatus")
def update(call: Call) -> dict[str, Any]:
    _check_account(call)
    refused = []
    for wanted in call.params["CostAllocationTagsStatus"]:
        found = call.kind("cost allocation tag").get(wanted["TagKey"])
        if found is None:
            text = f"Tag keys not found: {wanted['TagKey']}"
            refused.append({"TagKey": wanted["TagKey"], "Code": "TagKeysNotFoundException", "Message": text})
        else:
            found.update(Status=wanted["Status"], LastUpdatedDate=today())
    _bill(call)
    return {"Errors": refused}


def _check_account(call: Call) -> None:
    from moto.organizations.models import organizations_backends

    if call.account in organizations_backends.master_accounts and organizations_backends[call.account]["aws"].org is None:
        text = "Failed to update Cost Allocation Tag: Linked account doesn't have access to cost allocation tags."
        raise AwsError("AccessDeniedException", text)


def _bill(call: Call) -> None:
    """What is in use now is known from the next call on."""
    for key in _in_use(call):
        if not key.startswith("aws:"):
            tag = {"TagKey": key, "Type": "UserDefined", "Status": "Inactive", "LastUsedDate": today()}
            call.kind("cost allocation tag").setdefault(key, tag)


def _in_use(call: Call) -> Iterator[str]:
    """On what moto tags by the class that its services share, and in EC2."""
    from moto.core.base_backend import BackendDict
    from moto.organizations.models import organizations_backends

    accounts = {call.account, *(account.id for account in organizations_backends[call.account]["aws"].accounts)}
    for backends in list(BackendDict._instances):
        for account in accounts & set(backends):
            for backend in list(backends[account].values()):
                yield from _keys(backend)


def _keys(backend: Any) -> Iterator[str]:
    holders = [getattr(backend, name, None) for name in ("tagger", "tagging_service")]
    kept = [holder.tags for holder in holders if hasattr(holder, "tags")] + [getattr(backend, "tags", None)]
    for by_resource in kept:
        for tags in list(by_resource.values()) if isinstance(by_resource, dict) else []:
            yield from list(tags) if isinstance(tags, dict) else []
