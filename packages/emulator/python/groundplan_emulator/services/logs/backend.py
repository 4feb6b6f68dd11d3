"""moto's own log groups and deliveries, for rules that must look at what stands."""

from __future__ import annotations

from typing import Any

from ...call import Call


def of(call: Call) -> Any:
    from moto.logs.models import logs_backends

    return logs_backends[call.account][call.region]


def destination(arn: str) -> Any:
    """Of any account. None where there is none."""
    from moto.logs.models import logs_backends

    _, _, _, region, account, *_ = [*arn.split(":"), *[""] * 5]
    if not account.isdigit() or not region:
        return None
    return next((one for one in logs_backends[account][region].delivery_destinations.values() if one.arn == arn), None)


def deliveries_to(arn: str) -> list[Any]:
    """Of all accounts."""
    from moto.logs.models import logs_backends

    region = arn.split(":")[3]
    held = [regions[region] for regions in list(logs_backends.values()) if region in regions]
    return [one for backend in held for one in backend.deliveries.values() if one.delivery_destination_arn == arn]


def bucket(name: str) -> Any:
    """Of any account: a bucket's name is one in all. None where there is none."""
    from moto.s3.models import s3_backends

    partition, account = s3_backends.bucket_accounts.get(name, (None, None))
    return None if account is None else s3_backends[account][partition].buckets.get(name)
