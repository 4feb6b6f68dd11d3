"""Identifiers of databases, groups and proxies.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html
"""

from __future__ import annotations

import re

from ...call import AwsError

_NAME = re.compile(r"[a-zA-Z](?!.*--)[a-zA-Z0-9-]*(?<!-)")

_RULE = (
    "is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; "
    "and must not end with a hyphen or contain two consecutive hyphens."
)


def check(parameter: str, value: str, longest: int = 63) -> str:
    """The identifier in lower case, as RDS keeps it."""
    if not _NAME.fullmatch(value):
        raise AwsError("InvalidParameterValue", f"The parameter {parameter} {_RULE}")
    if len(value) > longest:
        raise AwsError(
            "InvalidParameterValue", f"The parameter {parameter} is not a valid identifier because it is longer than {longest} characters."
        )
    return value.lower()
