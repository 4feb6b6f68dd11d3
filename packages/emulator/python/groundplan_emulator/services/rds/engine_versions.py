"""What RDS says of engines: versions, upgrades, and classes to order.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBEngineVersions.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeOrderableDBInstanceOptions.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import stub
from . import certificates, engines, instance_classes
from .engines import ENGINES, Engine

_DESCRIPTIONS = {
    "postgres": "PostgreSQL",
    "mysql": "MySQL Community Edition",
    "mariadb": "MariaDB Community Edition",
    "aurora-postgresql": "Aurora PostgreSQL",
    "aurora-mysql": "Aurora MySQL",
}


@stub("rds", "DescribeDBEngineVersions")
def describe(call: Call) -> dict[str, Any]:
    params = call.params
    wanted, family = params.get("EngineVersion"), params.get("DBParameterGroupFamily")
    found = []
    for engine in _engines(params.get("Engine")):
        versions = [version for version in engine.versions if _fits(engine, version, wanted) and family in (None, engine.family(version))]
        if params.get("DefaultOnly"):
            versions = [version for version in versions if version == engines.resolve(engine, wanted)]
        found += [_shown(engine, version) for version in versions]
    return {"DBEngineVersions": found}


def _engines(name: str | None) -> list[Engine]:
    return list(ENGINES.values()) if name is None else [ENGINES[name]] if name in ENGINES else []


def _fits(engine: Engine, version: str, wanted: str | None) -> bool:
    return wanted in (None, version, engine.major(version))


def _shown(engine: Engine, version: str) -> dict[str, Any]:
    targets = engines.upgrade_targets(engine, version)
    return {
        "Engine": engine.name,
        "MajorEngineVersion": engine.major(version),
        "EngineVersion": version,
        "DBParameterGroupFamily": engine.family(version),
        "DBEngineDescription": _DESCRIPTIONS[engine.name],
        "DBEngineVersionDescription": f"{_DESCRIPTIONS[engine.name]} {version}",
        "ValidUpgradeTarget": [_target(engine, version, target) for target in targets],
        "ExportableLogTypes": list(engine.logs),
        "SupportsLogExportsToCloudwatchLogs": True,
        "SupportsReadReplica": True,
        "SupportedFeatureNames": [],
        "SupportedEngineModes": ["provisioned"],
        "Status": "available",
        "SupportsParallelQuery": engine.name == "aurora-mysql",
        "SupportsGlobalDatabases": engine.is_aurora,
        "SupportsCertificateRotationWithoutRestart": engine.is_postgres,
        "SupportedCACertificateIdentifiers": list(certificates.NAMES),
    }


def _target(engine: Engine, version: str, target: str) -> dict[str, Any]:
    return {
        "Engine": engine.name,
        "EngineVersion": target,
        "Description": f"{_DESCRIPTIONS[engine.name]} {target}",
        "AutoUpgrade": False,
        "IsMajorVersionUpgrade": engines.is_major(engine, version, target),
    }


@stub("rds", "DescribeOrderableDBInstanceOptions")
def orderable(call: Call) -> dict[str, Any]:
    """Without a version that of the default: there would be thousands."""
    params = call.params
    engine = engines.engine(params["Engine"])
    versions = [version for version in engine.versions if _fits(engine, version, params.get("EngineVersion") or engine.default)]
    classes = [name for name in instance_classes.names(engine) if params.get("DBInstanceClass") in (None, name)]
    zones = [{"Name": f"{call.region}{letter}"} for letter in "abc"]
    return {"OrderableDBInstanceOptions": [_option(engine, version, name, zones) for version in versions for name in classes]}


def _option(engine: Engine, version: str, name: str, zones: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "Engine": engine.name,
        "EngineVersion": version,
        "DBInstanceClass": name,
        "LicenseModel": "postgresql-license" if engine.is_postgres else "general-public-license",
        "AvailabilityZones": zones,
        "MultiAZCapable": not engine.is_aurora,
        "ReadReplicaCapable": True,
        "Vpc": True,
        "SupportsStorageEncryption": True,
        "StorageType": "aurora" if engine.is_aurora else "gp3",
        "SupportsIops": False,
        "SupportsEnhancedMonitoring": True,
        "SupportsIAMDatabaseAuthentication": True,
        "SupportsPerformanceInsights": instance_classes.has_insights(engine, name),
        "SupportsStorageAutoscaling": not engine.is_aurora,
        "SupportsClusters": name in instance_classes.names(engine, clustered=True) and engine.name in ("postgres", "mysql"),
        "SupportedEngineModes": ["provisioned"],
        "SupportsGlobalDatabases": engine.is_aurora,
        "SupportedNetworkTypes": ["IPV4"],
    }
