"""What moto does anew with every request, whatever the service."""

from moto import backends
from moto.core import serialize

from ..mend import mend

#: of a time in each of moto's formats that is text: 2006-03-01T00:00:00Z, and S3's 2006-03-01T00:00:00.000Z
_ENDS = {"iso8601": "Z", "iso8601_zeroed": ".000Z"}


@mend(backends, "list_of_moto_modules", source="4f741a10b065", operations={})
def modules_read_once(original):
    """moto reads its own folder twice a request, a third of the time that a small one takes."""
    names = tuple(original())
    return lambda: names


@mend(serialize.TimestampSerializer, "_convert_timestamp_to_str", source="b96950ef0449", operations={})
def times_as_they_stand(original):
    """moto parses the text of each time to write the same text: half of what a list of 1,000 objects takes."""

    def convert(self, value, timestamp_format):
        end = _ENDS.get(timestamp_format.lower())
        stands = isinstance(value, str) and value[10:11] == "T" and value[19:] == end
        return value if stands else original(self, value, timestamp_format)

    return convert
