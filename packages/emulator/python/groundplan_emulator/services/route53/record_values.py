"""The values that records of a type may have.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html
"""

import ipaddress
import re

_CHARACTERS_PER_STRING = 255
_STRINGS = re.compile(r'"((?:[^"\\]|\\.)*)"')


def problems(record):
    values = [value["Value"] for value in record.get("ResourceRecords") or []]
    if len(set(values)) != len(values):
        yield f"Duplicate Resource Record: '{next(value for value in values if values.count(value) > 1)}'"
    if record["Type"] == "CNAME" and len(values) > 1:
        yield f"RRSet of type CNAME with DNS name {record['Name']} can have one value alone"
    check = _CHECKS.get(record["Type"])
    for value in values:
        problem = check and check(value)
        if problem:
            yield f"Invalid Resource Record: 'FATAL problem: {problem} encountered with '{value}''"


def _not_ipv4(value):
    return None if _is(ipaddress.IPv4Address, value) else "ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)"


def _not_ipv6(value):
    return None if _is(ipaddress.IPv6Address, value) else "AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)"


def _is(kind, value):
    try:
        kind(value)
    except ValueError:
        return False
    return True


def _not_quoted(value):
    if _STRINGS.sub("", value).strip():
        return "InvalidCharacterString (Value should be enclosed in quotation marks)"
    if any(len(text) > _CHARACTERS_PER_STRING for text in _STRINGS.findall(value)):
        return "CharacterStringTooLong (Value is too long)"
    return None


def _not_authorization(value):
    if re.fullmatch(r'\d{1,3} [a-z0-9]+ "[^"]*"', value):
        return None
    return "CAARRDATAInvalid (Value must be flags, tag and a value in quotation marks)"


_CHECKS = {"A": _not_ipv4, "AAAA": _not_ipv6, "TXT": _not_quoted, "SPF": _not_quoted, "CAA": _not_authorization}
