"""Option groups, of versions that moto does not know yet.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateOptionGroup.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteOptionGroup.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import backend, engines, identifiers

#: a major version of each engine that moto knows; the true one is put in afterwards
_KNOWN_TO_MOTO = {"postgres": "13", "mysql": "8.0", "mariadb": "10.6"}

_LONGEST = 255

#: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Options.html and the like
_OPTIONS = {"mysql": ("MARIADB_AUDIT_PLUGIN", "MEMCACHED"), "mariadb": ("MARIADB_AUDIT_PLUGIN",), "postgres": ()}


@before("rds", "CreateOptionGroup")
def check(call: Call) -> None:
    params = call.params
    params["OptionGroupName"] = identifiers.check("OptionGroupName", params["OptionGroupName"], _LONGEST)
    name, major = params["EngineName"], params["MajorEngineVersion"]
    if name not in _KNOWN_TO_MOTO:
        raise AwsError("InvalidParameterValue", f"Invalid DB engine: {name}")
    engine = engines.engine(name)
    if major not in {engine.major(version) for version in engine.versions}:
        raise AwsError("InvalidParameterCombination", f"Cannot find major version {major} for {name}")
    if params["OptionGroupName"] in backend.of(call).option_groups:
        raise AwsError("OptionGroupAlreadyExistsFault", f"An option group named {params['OptionGroupName']} already exists.")
    call.notes["major"] = major
    params["MajorEngineVersion"] = _KNOWN_TO_MOTO[name]


@after("rds", "CreateOptionGroup")
def put_true_version_in(call: Call, answer: dict[str, Any]) -> None:
    group = backend.of(call).option_groups[call.params["OptionGroupName"]]
    group.major_engine_version = answer["OptionGroup"]["MajorEngineVersion"] = call.notes["major"]
    group.vpc_and_non_vpc_instance_memberships = True


@before("rds", "ModifyOptionGroup")
def check_options(call: Call) -> None:
    group = _existing(call)
    for option in call.params.get("OptionsToInclude") or []:
        if option["OptionName"] not in _OPTIONS[group.engine_name]:
            what = f"engine {group.engine_name} and engine version {group.major_engine_version}"
            raise AwsError("InvalidParameterCombination", f"Option {option['OptionName']} is not available for {what}")


@before("rds", "DeleteOptionGroup")
def refuse_in_use(call: Call) -> None:
    """Snapshots hold the group of their instance, too."""
    group = _existing(call)
    used = [instance for instance in backend.of(call).databases.values() if instance.option_group_name == group.name]
    kept = [snapshot for snapshot in backend.of(call).database_snapshots.values() if snapshot.database.option_group_name == group.name]
    if used or kept:
        user = used[0].db_instance_identifier if used else kept[0].db_snapshot_identifier
        text = f"The option group {group.name} cannot be deleted because it is in use: {user}"
        call.refuse(AwsError("InvalidOptionGroupStateFault", text))


def _existing(call: Call) -> Any:
    name = call.params["OptionGroupName"]
    found = backend.of(call).option_groups.get(name)
    if found is None:
        raise AwsError("OptionGroupNotFoundFault", f"Specified OptionGroupName: {name} not found.", 404)
    return found
