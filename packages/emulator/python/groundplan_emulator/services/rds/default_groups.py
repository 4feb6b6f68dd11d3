"""The parameter and option groups that AWS keeps for whoever names none.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.Associating.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html
"""

from __future__ import annotations

from typing import Any

from .engines import Engine


def is_default(name: str) -> bool:
    return name.startswith(("default.", "default:"))


def parameter_group(backend: Any, engine: Engine, version: str) -> str:
    from moto.rds.models import DBParameterGroup

    family = engine.family(version)
    name = f"default.{family}"
    if name not in backend.db_parameter_groups:
        text = f"Default parameter group for {family}"
        backend.db_parameter_groups[name] = DBParameterGroup(backend, name, text, family)
    return name


def cluster_parameter_group(backend: Any, engine: Engine, version: str) -> str:
    from moto.rds.models import DBClusterParameterGroup

    family = engine.family(version)
    name = f"default.{family}"
    if name not in backend.db_cluster_parameter_groups:
        text = f"Default cluster parameter group for {family}"
        backend.db_cluster_parameter_groups[name] = DBClusterParameterGroup(backend, name, text, family)
    return name


def option_group(engine: Engine, version: str) -> str:
    return f"default:{engine.name}-{engine.major(version).replace('.', '-')}"
