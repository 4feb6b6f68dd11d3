"""Hosted zones' classes in moto."""

from moto.moto_api._internal import mock_random
from moto.route53.models import RecordSet, Route53Backend

from ..mend import mend

#: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/GetInfoAboutHostedZone.html: four servers, one of each domain
_SERVER_DOMAINS = ("com", "net", "org", "co.uk")
_SERVERS_PER_DOMAIN = 512


@mend(
    Route53Backend,
    "create_reusable_delegation_set",
    source="9b56f8a36dfd",
    operations={"route53": ["CreateHostedZone", "CreateReusableDelegationSet", "GetHostedZone"]},
)
def name_servers_of_their_own(original):
    """moto gives all zones the same four servers, those of a reusable set too, and takes each zone's own set for a reusable one."""

    def create_reusable_delegation_set(self, caller_reference, delegation_set_id=None, hosted_zone_id=None):
        if delegation_set_id in self.delegation_sets:
            return self.delegation_sets[delegation_set_id]
        made = original(self, caller_reference, delegation_set_id, hosted_zone_id)
        if hosted_zone_id is None:
            made.name_servers = [_server(place, domain) for place, domain in enumerate(_SERVER_DOMAINS)]
        if caller_reference.startswith("DelSet_"):
            del self.delegation_sets[made.id]
        return made

    return create_reusable_delegation_set


def _server(place, domain):
    number = int(mock_random.get_random_hex(6), 16)
    return f"ns-{place * _SERVERS_PER_DOMAIN + number % _SERVERS_PER_DOMAIN}.awsdns-{number // _SERVERS_PER_DOMAIN % 64:02}.{domain}"


@mend(
    Route53Backend,
    "change_resource_record_sets",
    source="b76a48a1a7ef",
    operations={"route53": ["ChangeResourceRecordSets", "ListResourceRecordSets"]},
)
def changes_of_one_record_alone(original):
    """moto deletes all records of a set identifier, and takes a record that was deleted for one that stands.

    The rule has checked the changes; they are applied here.
    """

    def change_resource_record_sets(self, zoneid, change_list):
        zone = self.get_hosted_zone(zoneid)
        for change in change_list:
            wanted = _record(change["ResourceRecordSet"])
            key = (wanted.name, wanted.type, wanted.set_identifier)
            places = [place for place, one in enumerate(zone.rrsets) if (_name(one.name), one.type, one.set_identifier) == key]
            if change["Action"] == "DELETE":
                zone.rrsets = [one for place, one in enumerate(zone.rrsets) if place not in places]
            elif places:
                zone.rrsets[places[0]] = wanted
            else:
                zone.rrsets.append(wanted)

    return change_resource_record_sets


def _record(sent):
    values = [value["Value"] if isinstance(value, dict) else value for value in sent.get("ResourceRecords") or []]
    # of an alias moto tells a TTL of 0, and a client that deletes what it was told is refused
    return RecordSet({**sent, "Name": _name(sent["Name"]), "ResourceRecords": values, "TTL": sent.get("TTL")})


def _name(name):
    return name.lower().replace("\\052", "*").rstrip(".") + "."


@mend(
    Route53Backend,
    "list_resource_record_sets",
    source="25f96e635ea2",
    operations={"route53": ["ListResourceRecordSets"]},
)
def octal_codes_read(original):
    """moto finds no record where a list is to begin with an asterisk's code, as Terraform has it."""

    def list_resource_record_sets(self, zone_id, start_type, start_name, max_items):
        return original(self, zone_id, start_type, start_name and start_name.replace("\\052", "*"), max_items)

    return list_resource_record_sets
