"""Upgrades of an instance's engine, with the parameter group that a major one needs.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from . import backend, default_groups, engines, group_choice


def check(call: Call, instance: Any) -> None:
    params, engine = call.params, engines.engine(instance.engine)
    group = params.get("DBParameterGroupName")
    version = target_version(engine, instance, params)
    major = engines.is_major(engine, instance.engine_version, version)
    if major and not params.get("AllowMajorVersionUpgrade"):
        raise AwsError(
            "InvalidParameterCombination", "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version."
        )
    now = instance.db_parameter_groups()[0].name
    if group:
        group_choice.check_parameter_group(call, engine, version, group)
    elif major and not default_groups.is_default(now):
        text = (
            f"The current DB instance parameter group {now} is custom. You must explicitly specify a new DB parameter group, "
            "either default or custom, for the engine version upgrade."
        )
        raise AwsError("InvalidParameterCombination", text)
    elif major:
        params["DBParameterGroupName"] = default_groups.parameter_group(backend.of(call), engine, version)
    _settle_option_group(call, instance, version, major)
    if version != instance.engine_version and params.get("ApplyImmediately"):
        call.notes["status"] = "upgrading"


def target_version(engine: engines.Engine, instance: Any, params: dict[str, Any]) -> str:
    """The version that an instance is taken to, written out in the call; its own where none is wanted."""
    wanted = params.get("EngineVersion")
    if not wanted:
        return instance.engine_version
    if engine.major(instance.engine_version) == wanted:
        params["EngineVersion"] = instance.engine_version
        return instance.engine_version
    version = engines.resolve(engine, wanted)
    if version != instance.engine_version and version not in engines.upgrade_targets(engine, instance.engine_version):
        raise AwsError("InvalidParameterCombination", f"Cannot upgrade {engine.name} from {instance.engine_version} to {version}")
    params["EngineVersion"] = version
    return version


def _settle_option_group(call: Call, instance: Any, version: str, major: bool) -> None:
    if backend.is_member(instance):
        return
    params, engine = call.params, engines.engine(instance.engine)
    name = params.get("OptionGroupName")
    if name:
        group_choice.check_option_group(call, engine, version, name)
    elif major and default_groups.is_default(instance.option_group_name):
        params["OptionGroupName"] = default_groups.option_group(engine, version)
    elif major:
        text = f"The option group {instance.option_group_name} is associated with a different major version; specify one for {version}."
        raise AwsError("InvalidParameterCombination", text)
