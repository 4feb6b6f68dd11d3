"""Sets of addresses.

https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateIPSet.html (Addresses)
"""

import ipaddress

from ...rules import before
from . import backend

_VERSIONS = {"IPV4": ipaddress.IPv4Network, "IPV6": ipaddress.IPv6Network}


@before("wafv2", "CreateIPSet", "UpdateIPSet")
def check(call):
    version = call.params.get("IPAddressVersion")
    if version is None:
        held = backend.of(call).ip_sets.values()
        version = next((one.ip_address_version for one in held if one.ip_set_id == call.params["Id"]), "IPV4")
    for address in call.params.get("Addresses") or []:
        if not _is_network(_VERSIONS[version], address):
            raise backend.invalid("The parameter contains formatting that is not valid.", "IP_ADDRESS", address)


def _is_network(kind, address):
    """AWS wants the length of the prefix, and takes no block but its first address; /0 it does not take."""
    try:
        return "/" in address and kind(address).prefixlen > 0
    except ValueError:
        return False
