"""What moto does anew with every request, whatever the service."""

from moto import backends
from moto.core import serialize
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from ..mend import mend

#: of a time in each of moto's formats that is text: 2006-03-01T00:00:00Z, and S3's 2006-03-01T00:00:00.000Z
_ENDS = {"iso8601": "Z", "iso8601_zeroed": ".000Z"}


@mend(backends, "list_of_moto_modules", source="4f741a10b065", operations={})
def modules_read_once(original):
    """moto reads its own folder twice a request, a third of the time that a small one takes."""
    names = tuple(original())
    return lambda: names


@mend(DomainDispatcherApplication, "get_backend_for_host", source="1f41972c1e4e", operations={})
def hosts_looked_up_once(original):
    """moto tries the patterns of all services for the same few hosts."""
    known = {}

    def get_backend_for_host(self, host):
        if host not in known:
            known[host] = original(self, host)
        return known[host]

    return get_backend_for_host


@mend(serialize.TimestampSerializer, "_convert_timestamp_to_str", source="b96950ef0449", operations={})
def times_as_they_stand(original):
    """moto parses the text of each time to write the same text: half of what a list of 1,000 objects takes."""

    def convert(self, value, timestamp_format):
        end = _ENDS.get(timestamp_format.lower())
        stands = isinstance(value, str) and value[10:11] == "T" and value[19:] == end
        return value if stands else original(self, value, timestamp_format)

    return convert
