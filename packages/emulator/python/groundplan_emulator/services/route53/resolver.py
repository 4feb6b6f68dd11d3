"""DNS as the world sees it: from the highest public zone of any account down, along the delegations.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-routing-traffic-for-subdomains.html
"""

from __future__ import annotations

from typing import Any

from .backend import domain, public_zones


def values(name: str, kind: str) -> list[str]:
    """A zone that its parent here does not delegate to is not seen; one without a parent here is."""
    name = domain(name)
    zones = [zone for zone in public_zones() if f".{name}".endswith(f".{domain(zone.name)}")]
    highest = min((len(zone.name) for zone in zones), default=0)
    seen = [zone for zone in zones if len(zone.name) == highest]
    while True:
        beneath = [zone for zone in zones if any(_delegates(parent, zone) for parent in seen)]
        if not beneath:
            return [value for zone in seen if not _cut_off(zone, name) for value in _records(zone, name, kind)]
        seen = beneath


def _delegates(parent: Any, zone: Any) -> bool:
    if len(zone.name) <= len(parent.name):
        return False
    named = {domain(server) for server in _records(parent, domain(zone.name), "NS")}
    return bool(named & {domain(server) for server in zone.delegation_set.name_servers})


def _cut_off(zone: Any, name: str) -> bool:
    """What lies beneath a delegation is not the zone's any more, wherever it leads."""
    cuts = [domain(record.name) for record in zone.rrsets if record.type == "NS" and domain(record.name) != domain(zone.name)]
    return any(f".{name}".endswith(f".{cut}") for cut in cuts)


def _records(zone: Any, name: str, kind: str) -> list[str]:
    found = [record for record in zone.rrsets if domain(record.name) == name and record.type == kind]
    return [value["Value"] if isinstance(value, dict) else value for record in found for value in record.records or []]
