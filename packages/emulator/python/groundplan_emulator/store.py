"""What rules remember, apart by account, region and service, as AWS keeps it."""

from __future__ import annotations

from typing import Any

#: Services whose state is one for all regions of an account.
GLOBAL_SERVICES = frozenset(
    {"account", "budgets", "ce", "cloudfront", "iam", "identitystore", "organizations", "route53", "s3", "s3control", "sso-admin"}
)


class Store:
    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str, str, str], dict[Any, Any]] = {}

    def kind(self, account: str, region: str, service: str, name: str) -> dict[Any, Any]:
        """The dictionary that holds one kind of thing, such as the flow logs of an account's region."""
        place = "global" if service in GLOBAL_SERVICES else region
        return self._kinds.setdefault((account, place, service, name), {})

    def every(self, service: str, name: str) -> list[Any]:
        """All of a kind, in every account: names that are AWS's own in common."""
        return [one for place, kept in list(self._kinds.items()) if place[2:] == (service, name) for one in list(kept.values())]

    def clear(self) -> None:
        self._kinds.clear()


STORE = Store()
