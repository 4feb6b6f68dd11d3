"""Which classes an engine runs on, as far as families and sizes tell.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.SupportAurora.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.Engines.html
"""

from __future__ import annotations

import re

from ...call import AwsError
from .engines import Engine

_CLASS = re.compile(r"db\.([a-z0-9-]+)\.([a-z0-9]+)")

_SMALL = ("micro", "small", "medium", "large", "xlarge", "2xlarge")
_BIG = ("large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge", "24xlarge", "32xlarge", "48xlarge")

_BURSTABLE = ("t3", "t4g")
_GENERAL = ("m5", "m6g", "m6i", "m7g", "m7i", "m8g")
_MEMORY = ("r5", "r6g", "r6i", "r7g", "r7i", "r8g", "x2g")
#: with a local disk: what Multi-AZ DB clusters run on, and single instances may
_WITH_DISK = ("m5d", "m6gd", "m6id", "m6idn", "r5d", "r6gd", "r6id", "r6idn", "x2iedn", "x2idn")
_LARGEST = {
    "m5": "24xlarge",
    "m6g": "16xlarge",
    "m7g": "16xlarge",
    "r5": "24xlarge",
    "r6g": "16xlarge",
    "r7g": "16xlarge",
    "x2g": "16xlarge",
}

SERVERLESS = "db.serverless"


def check(engine: Engine, name: str, *, clustered: bool = False) -> None:
    """`clustered` is for a Multi-AZ DB cluster."""
    if not _CLASS.fullmatch(name) and not (engine.is_aurora and name == SERVERLESS):
        raise AwsError("InvalidParameterValue", f"Invalid DB Instance class: {name}")
    if name not in names(engine, clustered=clustered):
        text = (
            f"RDS does not support creating a DB instance with the following combination: DBInstanceClass={name}, Engine={engine.name}. "
            "For supported combinations of instance class and database engine version, see the documentation."
        )
        raise AwsError("InvalidParameterCombination", text)


def names(engine: Engine, *, clustered: bool = False) -> list[str]:
    if clustered:
        return [f"db.{family}.{size}" for family in (*_WITH_DISK, "c6gd") for size in _sizes(family)]
    if engine.is_aurora:
        families = (*_MEMORY, *_WITH_DISK[4:8])
        burstable = [f"db.{family}.{size}" for family in _BURSTABLE for size in ("medium", "large")]
        return [SERVERLESS, *burstable, *(f"db.{family}.{size}" for family in families for size in _sizes(family))]
    return [f"db.{family}.{size}" for family in (*_BURSTABLE, *_GENERAL, *_MEMORY, *_WITH_DISK) for size in _sizes(family)]


def _sizes(family: str) -> tuple[str, ...]:
    if family in _BURSTABLE:
        return _SMALL
    if family == "c6gd":
        return ("medium", *_BIG[:7])
    largest = _LARGEST.get(family)
    return _BIG[: _BIG.index(largest) + 1] if largest else _BIG


def has_insights(engine: Engine, name: str) -> bool:
    """Performance Insights, and with it Database Insights, leave out the smallest classes of MySQL and MariaDB."""
    found = _CLASS.fullmatch(name)
    family, size = (found[1], found[2]) if found else ("", "")
    if engine.name == "aurora-mysql":
        return family not in _BURSTABLE
    return engine.is_postgres or not (family in _BURSTABLE and size in ("micro", "small"))
