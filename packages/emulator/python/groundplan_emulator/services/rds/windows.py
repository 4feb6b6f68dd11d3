"""Backup and maintenance windows.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (PreferredBackupWindow, PreferredMaintenanceWindow)
"""

from __future__ import annotations

import re

from ...call import AwsError

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_MINUTES, _WEEK_MINUTES, _LEAST_MINUTES = 24 * 60, 7 * 24 * 60, 30
_DAILY = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
_WEEKLY = re.compile(rf"({'|'.join(_DAYS)}):([01]\d|2[0-3]):([0-5]\d)-({'|'.join(_DAYS)}):([01]\d|2[0-3]):([0-5]\d)")

#: RDS chooses one of eight hours of the night of a region; here it is always the same
DEFAULT_BACKUP, DEFAULT_MAINTENANCE = "22:30-23:00", "sun:00:30-sun:01:00"


def check(backup: str, maintenance: str) -> None:
    daily, weekly = _DAILY.fullmatch(backup), _WEEKLY.fullmatch(maintenance)
    if daily is None:
        raise AwsError(
            "InvalidParameterValue",
            f"Invalid backup window format: {backup}. Should be specified as a range hh24:mi-hh24:mi (24H Clock UTC).",
        )
    if weekly is None:
        text = f"Invalid maintenance window format: {maintenance}. Should be specified as a range ddd:hh24:mi-ddd:hh24:mi (24H Clock UTC)."
        raise AwsError("InvalidParameterValue", text)
    start, minutes = _span(_minute(daily[1], daily[2]), _minute(daily[3], daily[4]), _DAY_MINUTES)
    if minutes < _LEAST_MINUTES:
        raise AwsError("InvalidParameterValue", "The backup window must be at least 30 minutes.")
    day, last_day = _DAYS.index(weekly[1]), _DAYS.index(weekly[4])
    first, length = _span(
        day * _DAY_MINUTES + _minute(*weekly.group(2, 3)), last_day * _DAY_MINUTES + _minute(*weekly.group(5, 6)), _WEEK_MINUTES
    )
    if not _LEAST_MINUTES <= length < _DAY_MINUTES:
        raise AwsError("InvalidParameterValue", "The maintenance window must be at least 30 minutes and less than 24 hours.")
    if any(_meet((start + day * _DAY_MINUTES, minutes), (first, length)) for day in range(7)):
        raise AwsError("InvalidParameterValue", "The backup window and maintenance window must not overlap.")


def _minute(hour: str, minute: str) -> int:
    return int(hour) * 60 + int(minute)


def _span(first: int, last: int, whole: int) -> tuple[int, int]:
    """Where it starts and how long it is; it may go around."""
    return first, (last - first) % whole


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (other[0] - one[0]) % _WEEK_MINUTES < one[1] or (one[0] - other[0]) % _WEEK_MINUTES < other[1]
