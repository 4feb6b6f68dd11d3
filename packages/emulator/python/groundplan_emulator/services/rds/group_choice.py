"""Which parameter and option group a database may have.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from . import backend, default_groups
from .engines import Engine


def check_parameter_group(call: Call, engine: Engine, version: str, name: str) -> None:
    """Of the family of the engine's version."""
    default_groups.parameter_group(backend.of(call), engine, version)
    found = backend.of(call).db_parameter_groups.get(name)
    if found is None:
        raise AwsError("DBParameterGroupNotFound", f"DBParameterGroup not found: {name}", 404)
    _check_family(found, engine.family(version), "instance")


def check_cluster_parameter_group(call: Call, engine: Engine, version: str, name: str) -> None:
    default_groups.cluster_parameter_group(backend.of(call), engine, version)
    found = backend.of(call).db_cluster_parameter_groups.get(name)
    if found is None:
        raise AwsError("DBClusterParameterGroupNotFound", f"DBClusterParameterGroup not found: {name}", 404)
    _check_family(found, engine.family(version), "cluster")


def _check_family(found: Any, family: str, what: str) -> None:
    # moto's two kinds of group name their family differently
    theirs = getattr(found, "family", None) or getattr(found, "db_parameter_group_family", None)
    if theirs != family:
        text = (
            f"The parameter group {found.name} with DBParameterGroupFamily {theirs} can't be used for this {what}. "
            f"Please use a parameter group with DBParameterGroupFamily {family}"
        )
        raise AwsError("InvalidParameterCombination", text)


def check_option_group(call: Call, engine: Engine, version: str, name: str) -> None:
    if name == default_groups.option_group(engine, version):
        return
    found = backend.of(call).option_groups.get(name)
    if found is None:
        raise AwsError("OptionGroupNotFoundFault", f"Specified OptionGroupName: {name} not found.", 404)
    if (found.engine_name, found.major_engine_version) != (engine.name, engine.major(version)):
        text = f"The option group {name} is associated with a different engine or major version than {engine.name} {engine.major(version)}."
        raise AwsError("InvalidParameterCombination", text)
