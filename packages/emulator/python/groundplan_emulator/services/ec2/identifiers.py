"""Identifiers as EC2 gives them."""

from __future__ import annotations

from datetime import datetime, timezone

from moto.moto_api._internal import mock_random


def new(prefix: str) -> str:
    return f"{prefix}-{mock_random.get_random_hex(17)}"


def now() -> datetime:
    return datetime.now(timezone.utc).replace(microsecond=0)
