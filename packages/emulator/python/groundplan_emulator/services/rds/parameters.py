"""What a family's parameters are, and what they take.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Parameter.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError
from . import parameters_mysql, parameters_postgres
from .engines import Engine

MOST_IN_A_CALL = 20


def _table(engine: Engine) -> Any:
    return parameters_postgres if engine.is_postgres else parameters_mysql


def check(engine: Engine, parameter: dict[str, Any], *, of_cluster: bool) -> None:
    name, method = parameter.get("ParameterName") or "", parameter.get("ApplyMethod") or "immediate"
    table = _table(engine)
    if not _known(engine, name, of_cluster=of_cluster):
        raise AwsError("InvalidParameterValue", f"Could not find parameter with name: {name}")
    if name in table.FIXED:
        raise AwsError("InvalidParameterValue", f"The parameter {name} cannot be modified.")
    if method == "immediate" and name in table.STATIC:
        raise AwsError("InvalidParameterCombination", "cannot use immediate apply method for static parameter")
    value, allowed = parameter.get("ParameterValue"), table.ALLOWED.get(name)
    values = [] if value is None else value.split(",") if name in table.LISTS else [value]
    if allowed and not {one.strip() for one in values} <= {*allowed, *([""] if name in table.LISTS else [])}:
        raise AwsError("InvalidParameterValue", f"Invalid parameter value: {value} for: {name} allowed values are: {','.join(allowed)}")


def _known(engine: Engine, name: str, *, of_cluster: bool) -> bool:
    table = _table(engine)
    if engine.is_aurora and not of_cluster and name in table.OF_CLUSTER:
        return False
    return name in table.STATIC or name in table.DYNAMIC or name in table.FIXED or name.startswith(table.PREFIXES)


def names(engine: Engine, *, of_cluster: bool) -> list[str]:
    table = _table(engine)
    return sorted(name for name in (*table.STATIC, *table.DYNAMIC, *table.FIXED) if _known(engine, name, of_cluster=of_cluster))


def shown(engine: Engine, name: str, set_by_user: dict[str, Any] | None = None) -> dict[str, Any]:
    """A parameter as AWS lists it: of the user, or the engine's default."""
    table = _table(engine)
    entry = {
        "ParameterName": name,
        "Source": "user" if set_by_user else "engine-default",
        "ApplyType": "static" if name in table.STATIC else "dynamic",
        "DataType": "string",
        "IsModifiable": name not in table.FIXED,
        "ApplyMethod": (set_by_user or {}).get("ApplyMethod") or "pending-reboot",
    }
    if set_by_user and set_by_user.get("ParameterValue") is not None:
        entry["ParameterValue"] = set_by_user["ParameterValue"]
    if name in table.ALLOWED:
        entry["AllowedValues"] = ",".join(table.ALLOWED[name])
    return entry
