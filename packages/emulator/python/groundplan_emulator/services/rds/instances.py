"""What a new instance gets, and what is refused.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
"""

from __future__ import annotations

import re

from ...call import AwsError, Call
from ...rules import before
from .. import kms
from . import (
    backend,
    certificates,
    default_groups,
    departures,
    engines,
    group_choice,
    identifiers,
    instance_classes,
    members,
    monitoring,
    passwords,
    places,
    storage,
    windows,
)
from .engines import Engine

_LONGEST_BACKUP_DAYS = 35
_PORTS = range(1150, 65536)
_DATABASE_NAME = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]{0,62}")


@before("rds", "CreateDBInstance")
def complete(call: Call) -> None:
    params = call.params
    params["DBInstanceIdentifier"] = identifiers.check("DBInstanceIdentifier", params["DBInstanceIdentifier"])
    refuse_taken(call, params["DBInstanceIdentifier"])
    engine = engines.engine(params["Engine"])
    certificates.check(params.get("CACertificateIdentifier"))
    params.setdefault("CACertificateIdentifier", certificates.DEFAULT)
    if params.get("DBClusterIdentifier"):
        members.complete(call, engine)
        return
    if engine.is_aurora:
        raise AwsError("InvalidParameterCombination", f"The engine {engine.name} needs a DB cluster; give DBClusterIdentifier.")
    params["EngineVersion"] = engines.resolve(engine, params.get("EngineVersion"))
    instance_classes.check(engine, params["DBInstanceClass"])
    passwords.check_user(engine, params)
    passwords.check_password(engine, params)
    _check_names(engine, params.get("DBName"), params.get("Port"))
    settle(call, engine)
    group_choice.check_parameter_group(call, engine, params["EngineVersion"], params["DBParameterGroupName"])
    group_choice.check_option_group(call, engine, params["EngineVersion"], params["OptionGroupName"])


def settle(call: Call, engine: Engine) -> None:
    """What every instance of its own needs, new or restored: its place, storage, windows, keys and groups."""
    params = call.params
    _settle_place(call)
    _settle_storage(call, engine)
    params.setdefault("Port", engine.port)
    params.setdefault("BackupRetentionPeriod", 1)
    check_backup_days(params["BackupRetentionPeriod"])
    settle_windows(call)
    _settle_keys(call)
    version = params["EngineVersion"]
    params["DBParameterGroupName"] = params.get("DBParameterGroupName") or default_groups.parameter_group(backend.of(call), engine, version)
    params["OptionGroupName"] = params.get("OptionGroupName") or default_groups.option_group(engine, version)
    check_monitoring(call, engine)


def refuse_taken(call: Call, name: str) -> None:
    if name in backend.of(call).databases or name in departures.instances(backend.of(call)):
        raise AwsError("DBInstanceAlreadyExists", f"DB Instance already exists: {name}")


def check_backup_days(days: int) -> None:
    if not 0 <= days <= _LONGEST_BACKUP_DAYS:
        text = f"Invalid backup retention period: {days}. Retention period must be between 0 and {_LONGEST_BACKUP_DAYS}."
        raise AwsError("InvalidParameterValue", text)


def settle_windows(call: Call) -> None:
    params = call.params
    backup = params.get("PreferredBackupWindow") or windows.DEFAULT_BACKUP
    maintenance = (params.get("PreferredMaintenanceWindow") or windows.DEFAULT_MAINTENANCE).lower()
    windows.check(backup, maintenance)
    params.update(PreferredBackupWindow=backup, PreferredMaintenanceWindow=maintenance)


def check_monitoring(call: Call, engine: Engine) -> None:
    params = call.params
    arn = call.arn(f"db:{params['DBInstanceIdentifier']}")
    monitoring.check_role(call, arn, params.get("MonitoringInterval"), params.get("MonitoringRoleArn"))
    monitoring.check_insights(call, engine, params["DBInstanceClass"])
    monitoring.check_logs(engine, params["EngineVersion"], params.get("EnableCloudwatchLogsExports") or [])


def _check_names(engine: Engine, name: str | None, port: int | None) -> None:
    if name and not _DATABASE_NAME.fullmatch(name):
        raise AwsError("InvalidParameterValue", "DBName must begin with a letter and contain only alphanumeric characters.")
    if name and name.lower() in ("db", "rdsadmin", "mysql", "information_schema", "performance_schema", "sys"):
        raise AwsError("InvalidParameterValue", f"Database name {name} cannot be used. It is a reserved word for this engine")
    if port is not None and port not in _PORTS:
        raise AwsError("InvalidParameterValue", f"Invalid database port: {port}. Valid values are {_PORTS.start} to {_PORTS.stop - 1}.")


def _settle_place(call: Call) -> None:
    params = call.params
    group = params.get("DBSubnetGroupName")
    vpc = places.vpc(call, group)
    places.complete_groups(call, vpc)
    params["AvailabilityZone"] = places.zone(call, group)
    params.setdefault("PubliclyAccessible", False)
    places.check_public(call, vpc)


def _settle_storage(call: Call, engine: Engine) -> None:
    params = call.params
    if not params.get("AllocatedStorage"):
        raise AwsError("InvalidParameterValue", "The parameter AllocatedStorage must be provided and must not be blank.")
    kind = params.get("StorageType") or ("io1" if params.get("Iops") else "gp2")
    whole = storage.complete(
        storage.Storage(
            engine.name,
            kind,
            params["AllocatedStorage"],
            params.get("Iops"),
            params.get("StorageThroughput"),
            params.get("MaxAllocatedStorage"),
        )
    )
    wanted = {"StorageType": kind, "Iops": whole.iops, "StorageThroughput": whole.throughput, "MaxAllocatedStorage": whole.ceiling}
    for name, value in wanted.items():
        if value is None:
            params.pop(name, None)
        else:
            params[name] = value


def _settle_keys(call: Call) -> None:
    params = call.params
    for parameter in ("KmsKeyId", "MasterUserSecretKmsKeyId"):
        passwords.check_key(call, parameter)
    if params.get("KmsKeyId") and not params.get("StorageEncrypted"):
        raise AwsError("InvalidParameterCombination", "KmsKeyId can only be specified when StorageEncrypted is enabled.")
    if params.get("StorageEncrypted") and not params.get("KmsKeyId"):
        params["KmsKeyId"] = default_key(call)


def default_key(call: Call) -> str:
    """AWS's own key for RDS in this account and region."""
    return kms.find(call, "alias/aws/rds").arn
