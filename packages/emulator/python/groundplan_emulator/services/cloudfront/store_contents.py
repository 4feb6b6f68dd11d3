"""What a key value store can hold.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-keyvaluestores
"""

from __future__ import annotations

import secrets
import string

from ...call import AwsError

_LETTERS = string.ascii_uppercase + string.digits
_LONGEST_KEY, _LONGEST_VALUE, _LARGEST = 512, 1024, 5 * 1024 * 1024


def new_version() -> str:
    """The data plane has ETags of its own: those of CloudFront's API do not fit."""
    return "KV" + "".join(secrets.choice(_LETTERS) for _ in range(13))


def size(values: dict[str, str]) -> int:
    return sum(len(key.encode()) + len(value.encode()) for key, value in values.items())


def check(values: dict[str, str], invalid: str, too_many: str | None = None) -> None:
    for key, value in values.items():
        if not 1 <= len(key.encode()) <= _LONGEST_KEY:
            raise AwsError(invalid, f"A key has 1 to {_LONGEST_KEY} bytes.")
        if len(value.encode()) > _LONGEST_VALUE:
            raise AwsError(invalid, f"The value of a key has at most {_LONGEST_VALUE} bytes.")
    if size(values) > _LARGEST:
        raise AwsError(too_many or invalid, f"A key value store holds at most {_LARGEST} bytes.", 402 if too_many else 400)
