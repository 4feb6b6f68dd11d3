"""moto's own log groups and deliveries, for rules that must look at what stands."""

from __future__ import annotations

from typing import Any

from ...call import Call


def of(call: Call) -> Any:
    from moto.logs.models import logs_backends

    return logs_backends[call.account][call.region]


def bucket(name: str) -> Any:
    """Of any account: a bucket's name is one in all. None where there is none."""
    from moto.s3.models import s3_backends

    partition, account = s3_backends.bucket_accounts.get(name, (None, None))
    return None if account is None else s3_backends[account][partition].buckets.get(name)
