"""moto's own hosted zones, for rules that must look at what stands."""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.route53.models import route53_backends

    return route53_backends[call.account]["aws"]


def zone(call: Call, name: str) -> Any:
    short = name.split("/")[-1]
    found = of(call).zones.get(short)
    if found is None:
        raise AwsError("NoSuchHostedZone", f"No hosted zone found with ID: {short}", 404)
    return found


def public_zones() -> list[Any]:
    """Of all accounts."""
    from moto.route53.models import route53_backends

    accounts = list(route53_backends.values())
    return [zone for account in accounts for zone in list(account["aws"].zones.values()) if not zone.private_zone]


def domain(name: str) -> str:
    """In lower case, and with the dot at its end."""
    return name.lower().replace("\\052", "*").rstrip(".") + "."
