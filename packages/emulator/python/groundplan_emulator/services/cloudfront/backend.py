"""What an account has at CloudFront, whose regions are one, and how its versions are told apart.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateDistribution.html (If-Match)
"""

from __future__ import annotations

import datetime
import secrets
import string
from typing import Any

from ...call import AwsError, Call
from ...store import STORE

_LETTERS = string.ascii_uppercase + string.digits
_DEFAULT_PAGE = 100


def new_id(length: int = 13) -> str:
    return "E" + "".join(secrets.choice(_LETTERS) for _ in range(length))


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)


def kept(account: str, kind: str) -> dict[str, dict[str, Any]]:
    return STORE.kind(account, "global", "cloudfront", kind)


def every(account: str, kind: str) -> list[dict[str, Any]]:
    """A copy: another service may look while CloudFront changes what it has."""
    return list(kept(account, kind).values())


def location(path: str) -> str:
    return f"https://cloudfront.amazonaws.com/2020-05-31/{path}"


def check_version(call: Call, etag: str) -> None:
    given = call.params.get("IfMatch")
    if not given:
        raise AwsError("InvalidIfMatchVersion", "The If-Match version is missing or not valid for the resource.")
    if given != etag:
        text = "The request failed because it didn't meet the preconditions in one or more request-header fields."
        raise AwsError("PreconditionFailed", text, 412)


def page(call: Call, items: list[Any], marker_of: Any) -> dict[str, Any]:
    """A page of a list, from the marker on, which is the last one's that was seen."""
    wanted = int(call.params.get("MaxItems") or _DEFAULT_PAGE)
    marker = call.params.get("Marker") or ""
    names = [marker_of(item) for item in items]
    start = names.index(marker) + 1 if marker in names else 0
    shown = items[start : start + wanted]
    answer = {"Marker": marker, "MaxItems": wanted, "IsTruncated": start + wanted < len(items), "Quantity": len(shown), "Items": shown}
    if answer["IsTruncated"]:
        answer["NextMarker"] = marker_of(shown[-1])
    return answer


def check_quantities(value: Any) -> None:
    """Every list of the API says how long it is."""
    if isinstance(value, dict):
        if "Quantity" in value and value["Quantity"] != len(value.get("Items") or []):
            raise AwsError("InconsistentQuantities", "The value of Quantity and the size of Items don't match.")
        for part in value.values():
            check_quantities(part)
    elif isinstance(value, list):
        for part in value:
            check_quantities(part)


def items(value: dict[str, Any] | None) -> list[Any]:
    return (value or {}).get("Items") or []


def listed(values: list[Any]) -> dict[str, Any]:
    return {"Quantity": len(values), "Items": values} if values else {"Quantity": 0}
