"""One call of an AWS operation, as a rule sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .record import RECORD
from .store import STORE


class AwsError(Exception):
    """What AWS would refuse with; `code` is the API's own error code."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


@dataclass
class Call:
    account: str
    region: str
    service: str
    operation: str
    params: dict[str, Any]
    #: for an `after` rule that needs what a `before` rule of the same call saw
    notes: dict[str, Any] = field(default_factory=dict)

    def kind(self, name: str) -> dict[Any, Any]:
        return STORE.kind(self.account, self.region, self.service, name)

    def refuse(self, error: AwsError) -> None:
        """What AWS refuses of a call that is right by itself, and a lenient server only tells of: a policy does not let a service in,
        a template has nothing, something that is named is in use or gone."""
        if not RECORD.lenient:
            raise error
        RECORD.passed(self.service, self.operation, f"{error.code}: {error.message}")

    def arn(self, resource: str, *, service: str | None = None, region: str | None = None) -> str:
        place = self.region if region is None else region
        return f"arn:aws:{service or self.service}:{place}:{self.account}:{resource}"
