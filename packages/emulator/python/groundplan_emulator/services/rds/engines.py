"""The engines, their versions and what follows from a version.

Versions as AWS listed them late in 2025; older minors that it still offers are left out.

https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...call import AwsError


def _minors(major: str, first: int, last: int) -> list[str]:
    return [f"{major}.{minor}" for minor in range(first, last + 1)]


@dataclass(frozen=True)
class Engine:
    name: str
    port: int
    versions: tuple[str, ...]
    #: what a new database gets that names no version
    default: str
    logs: tuple[str, ...]
    #: parts of a version that make up its major: 16 of 16.3, 8.0 of 8.0.40
    major_parts: int = 1

    @property
    def is_aurora(self) -> bool:
        return self.name.startswith("aurora")

    @property
    def is_postgres(self) -> bool:
        return "postgres" in self.name

    @property
    def proxy_family(self) -> str:
        return "POSTGRESQL" if self.is_postgres else "MYSQL"

    def major(self, version: str) -> str:
        return ".".join(version.split(".")[: self.major_parts])

    def family(self, version: str) -> str:
        return f"{self.name}{self.major(version)}"

    @property
    def families(self) -> list[str]:
        return list(dict.fromkeys(self.family(version) for version in self.versions))

    def latest(self, major: str) -> str:
        return [version for version in self.versions if self.major(version) == major][-1]


ENGINES = {
    engine.name: engine
    for engine in (
        Engine(
            "postgres",
            5432,
            (*_minors("13", 11, 22), *_minors("14", 9, 19), *_minors("15", 4, 14), *_minors("16", 1, 10), *_minors("17", 1, 6)),
            "17.6",
            ("postgresql", "upgrade", "iam-db-auth-error"),
        ),
        Engine(
            "mysql",
            3306,
            (*_minors("8.0", 35, 43), *_minors("8.4", 3, 6)),
            "8.4.6",
            ("audit", "error", "general", "slowquery", "iam-db-auth-error"),
            2,
        ),
        Engine(
            "mariadb",
            3306,
            (*_minors("10.6", 16, 23), *_minors("10.11", 6, 14), *_minors("11.4", 3, 8), *_minors("11.8", 3, 3)),
            "11.4.8",
            ("audit", "error", "general", "slowquery", "iam-db-auth-error"),
            2,
        ),
        Engine(
            "aurora-postgresql",
            5432,
            (*_minors("13", 14, 21), *_minors("14", 9, 18), *_minors("15", 4, 13), *_minors("16", 1, 9), *_minors("17", 4, 5)),
            "16.9",
            ("postgresql", "instance", "iam-db-auth-error"),
        ),
        Engine(
            "aurora-mysql",
            3306,
            tuple(
                f"8.0.mysql_aurora.3.{minor}"
                for minor in (
                    "04.0",
                    "04.1",
                    "04.2",
                    "04.3",
                    "04.4",
                    "05.2",
                    "06.1",
                    "07.1",
                    "08.0",
                    "08.1",
                    "08.2",
                    "09.0",
                    "10.0",
                    "10.1",
                )
            ),
            "8.0.mysql_aurora.3.08.2",
            ("audit", "error", "general", "slowquery", "instance", "iam-db-auth-error"),
            2,
        ),
    )
}


def engine(name: str) -> Engine:
    found = ENGINES.get(name)
    if found is None:
        text = f"Value {name} for parameter Engine is invalid. Reason: engine {name} not supported"
        raise AwsError("InvalidParameterValue", text)
    return found


def of_family(family: str) -> Engine | None:
    return next((engine for engine in ENGINES.values() if family in engine.families), None)


def resolve(engine: Engine, wanted: str | None) -> str:
    """A version in full: a major alone (16, 8.0) stands for one of its minors, nothing for the default.

    https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
    """
    if not wanted:
        return engine.default
    if wanted in engine.versions:
        return wanted
    if wanted in {engine.major(version) for version in engine.versions}:
        return engine.default if engine.major(engine.default) == wanted else engine.latest(wanted)
    raise AwsError("InvalidParameterCombination", f"Cannot find version {wanted} for {engine.name}")


def order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


def upgrade_targets(engine: Engine, version: str) -> list[str]:
    """https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html"""
    return [target for target in engine.versions if order(target) > order(version)]


def is_major(engine: Engine, before: str, after: str) -> bool:
    return engine.major(before) != engine.major(after)
