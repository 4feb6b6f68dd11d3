"""Where alias records may point.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
"""

from ..elbv2 import dns_zones
from . import backend

_BALANCERS = ".elb.amazonaws.com."
#: distributions have one zone, whatever the region: https://docs.aws.amazon.com/general/latest/gr/cf_region.html
_DISTRIBUTIONS, _ZONE_OF_DISTRIBUTIONS = ".cloudfront.net.", "Z2FDTNDATAQYW2"


def problems(zone, standing, record):
    target = record.get("AliasTarget")
    if not target:
        return
    name, place = backend.domain(target["DNSName"]).removeprefix("dualstack."), target["HostedZoneId"]
    told = f"Tried to create an alias that targets {name}, type {record['Type']} in zone {place}"
    if place == zone.resource_id:
        if not any(other[:2] == (name, record["Type"]) for other in standing):
            yield f"{told}, but that target was not found"
    elif name.endswith(_DISTRIBUTIONS):
        if place != _ZONE_OF_DISTRIBUTIONS:
            yield f"{told}, but the alias target name does not lie within the target zone"
        if target["EvaluateTargetHealth"]:
            yield "EvaluateTargetHealth cannot be true when the alias target is a CloudFront distribution"
    elif name.endswith(_BALANCERS):
        region = name.removesuffix(_BALANCERS).rpartition(".")[2]
        if place != dns_zones.zone_of("application", region):
            yield f"{told}, but the alias target name does not lie within the target zone"
        elif name not in _names_of_balancers(region):
            yield f"{told}, but that target was not found"


def _names_of_balancers(region):
    from moto.elb.models import elb_backends
    from moto.elbv2.models import elbv2_backends

    accounts = [*elb_backends.values(), *elbv2_backends.values()]
    return {backend.domain(balancer.dns_name) for account in accounts for balancer in list(account[region].load_balancers.values())}
