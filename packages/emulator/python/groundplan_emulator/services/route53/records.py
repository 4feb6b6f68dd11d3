"""Changes of records: all or nothing.

https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html
https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html
"""

from ...call import AwsError
from ...rules import before
from . import aliases, backend, record_values

_ROUTINGS = ("Weight", "Region", "Failover", "GeoLocation", "MultiValueAnswer", "GeoProximityLocation", "CidrRoutingConfig")


@before("route53", "ChangeResourceRecordSets")
def check(call):
    zone = backend.zone(call, call.params["HostedZoneId"])
    changes = call.params["ChangeBatch"]["Changes"]
    for change in changes:
        _check_shape(change)
    standing = {_key(_as_sent(record)): _as_sent(record) for record in zone.rrsets}
    problems = [problem for change in changes for problem in _apply(zone, standing, change)]
    wanted = [change["ResourceRecordSet"] for change in changes if change["Action"] != "DELETE"]
    problems += [problem for record in wanted for problem in _among(zone, standing, record)]
    problems += [problem for record in wanted for problem in aliases.problems(zone, standing, record)]
    if problems:
        raise AwsError("InvalidChangeBatch", f"[{', '.join(dict.fromkeys(problems))}]")
    for record in wanted:
        _check_health_check(call, record)


def _check_shape(change):
    record = change["ResourceRecordSet"]
    plain = [name for name in ("TTL", "ResourceRecords") if record.get(name) is not None]
    if bool(record.get("AliasTarget")) == bool(plain) or len(plain) == 1:
        found = "more than one" if record.get("AliasTarget") else "none"
        where = f"Action={change['Action']}, Name={record['Name']}, Type={record['Type']}"
        where += f", SetIdentifier={record.get('SetIdentifier', 'null')}"
        text = "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId]"
        raise AwsError("InvalidInput", f"{text}, but found {found} in Change with [{where}]")
    if any(record.get(name) is not None for name in _ROUTINGS) != bool(record.get("SetIdentifier")):
        raise AwsError("InvalidInput", "Invalid request: a routing policy and a SetIdentifier must be specified together")


def _as_sent(record):
    """One of moto's, as a call has it."""
    values = [value["Value"] if isinstance(value, dict) else value for value in record.records or []]
    return {
        "Name": record.name,
        "Type": record.type,
        "SetIdentifier": record.set_identifier,
        "TTL": None if record.alias_target else int(record.ttl),
        "ResourceRecords": [{"Value": value} for value in values],
        "AliasTarget": record.alias_target,
    }


def _key(record):
    return backend.domain(record["Name"]), record["Type"], record.get("SetIdentifier")


def _content(record):
    target = record.get("AliasTarget")
    if target:
        return backend.domain(target["DNSName"]), target["HostedZoneId"]
    return str(record.get("TTL")), *sorted(value["Value"].lower().rstrip(".") for value in record.get("ResourceRecords") or [])


def _apply(zone, standing, change):
    """Changes what stands, and yields what is wrong with the change."""
    record, action = change["ResourceRecordSet"], change["Action"]
    name, kind, identifier = key = _key(record)
    told = f"[name='{name}', type='{kind}'{f', set identifier={identifier!r}' if identifier else ''}]"
    if not f".{name}".endswith(f".{backend.domain(zone.name)}"):
        yield f"RRSet with DNS name {name} is not permitted in zone {zone.name}"
    elif action == "CREATE" and key in standing:
        yield f"Tried to create resource record set {told} but it already exists"
    elif action != "DELETE":
        yield from record_values.problems(record)
        standing[key] = record
    elif key not in standing:
        yield f"Tried to delete resource record set {told} but it was not found"
    elif _content(standing[key]) != _content(record):
        yield f"Tried to delete resource record set {told} but the values provided do not match the current values"
    elif name == backend.domain(zone.name) and kind in ("NS", "SOA"):
        yield f"A HostedZone must contain exactly one {kind} record for the zone itself."
    else:
        del standing[key]


def _among(zone, standing, record):
    """What is wrong with a record beside the others."""
    name, kind, identifier = _key(record)
    same_name = [other for other in standing if other[0] == name]
    if kind == "CNAME" and name == backend.domain(zone.name):
        yield f"RRSet of type CNAME with DNS name {name} is not permitted at apex in zone {zone.name}"
    if any(other == "CNAME" for _, other, _ in same_name) and any(other != "CNAME" for _, other, _ in same_name):
        text = "is not permitted as it conflicts with other records with the same DNS name in zone"
        yield f"RRSet of type {kind} with DNS name {name} {text} {zone.name}"
    others = [other for _, type_, other in same_name if type_ == kind]
    if any((other is None) != (identifier is None) for other in others):
        text = "cannot be created as other RRSets exist with the same name and type"
        yield f"RRSet with DNS name {name}, type {kind}, SetIdentifier {identifier} {text}"


def _check_health_check(call, record):
    name = record.get("HealthCheckId")
    if name and name not in backend.of(call).health_checks:
        raise AwsError("NoSuchHealthCheck", f"A health check with id {name} does not exist.", 404)
