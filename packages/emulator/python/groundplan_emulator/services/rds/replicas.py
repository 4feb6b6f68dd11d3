"""Read replicas, in the source's region or another.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_PromoteReadReplica.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import (
    backend,
    certificates,
    default_groups,
    engines,
    group_choice,
    identifiers,
    instance_classes,
    instance_states,
    instances,
    looks,
    passwords,
    places,
    storage,
)

_MOST = 15


@before("rds", "CreateDBInstanceReadReplica")
def complete(call: Call) -> None:
    params = call.params
    params["DBInstanceIdentifier"] = identifiers.check("DBInstanceIdentifier", params["DBInstanceIdentifier"])
    instances.refuse_taken(call, params["DBInstanceIdentifier"])
    source = _source(call)
    engine = engines.engine(source.engine)
    params["DBInstanceClass"] = params.get("DBInstanceClass") or source.db_instance_class
    instance_classes.check(engine, params["DBInstanceClass"])
    certificates.check(params.get("CACertificateIdentifier"))
    _settle_key(call, source)
    _settle_place(call, source)
    _settle_storage(params, source)
    params["EngineVersion"] = source.engine_version
    _settle_group(call, source)
    instances.check_monitoring(call, engine)
    del params["EngineVersion"]


def _source(call: Call) -> Any:
    name = call.params.get("SourceDBInstanceIdentifier")
    if not name:
        raise AwsError("InvalidParameterValue", "The parameter SourceDBInstanceIdentifier must be provided and must not be blank.")
    source = backend.instance(call, name)
    instance_states.require_available(source)
    if source.manage_master_user_password:
        text = f"Creating read replicas for source instance with engine {source.engine} where ManageMasterUserPassword is enabled"
        call.refuse(AwsError("InvalidParameterValue", f"{text} is not supported."))
    if not source.backup_retention_period:
        text = "To enable automated backups, use ModifyDBInstance to set the backup retention period to a non-zero value."
        raise AwsError("InvalidDBInstanceState", f"Automated backups are not enabled for this database instance. {text}")
    if len(source.replicas) >= _MOST:
        raise AwsError("InstanceQuotaExceeded", f"The source DB instance has the most read replicas that it can have: {_MOST}.")
    call.notes["source"] = source
    return source


def _settle_key(call: Call, source: Any) -> None:
    """A replica is encrypted as its source is; a key is of one region."""
    params = call.params
    passwords.check_key(call, "KmsKeyId")
    if source.region == call.region:
        if params.get("KmsKeyId") not in (None, source.kms_key_id):
            text = "You can't specify a KMS key for a read replica in the same Region as its source; it uses the source's."
            raise AwsError("InvalidParameterCombination", text)
    elif source.storage_encrypted and not params.get("KmsKeyId"):
        text = "Cannot create a cross region read replica from an encrypted DB instance without a KMS key of the destination Region."
        raise AwsError("InvalidParameterCombination", text)
    elif params.get("KmsKeyId") and not source.storage_encrypted:
        raise AwsError("InvalidParameterCombination", "You cannot create an encrypted Read Replica from an unencrypted DB instance.")


def _settle_place(call: Call, source: Any) -> None:
    params = call.params
    group = params.get("DBSubnetGroupName")
    if source.region == call.region:
        if group and places.subnet_group(call, group).vpc_id != places.vpc(call, source._db_subnet_group_name):
            raise AwsError("DBSubnetGroupNotAllowedFault", "The DB subnet group of a read replica must be in the VPC of its source.")
        group = group or source._db_subnet_group_name
    if group:
        params["DBSubnetGroupName"] = group
    vpc = places.vpc(call, group)
    places.complete_groups(call, vpc)
    params["AvailabilityZone"] = places.zone(call, group)
    params.setdefault("PubliclyAccessible", False)
    places.check_public(call, vpc)


def _settle_storage(params: dict[str, Any], source: Any) -> None:
    kind, size = params.get("StorageType") or source.storage_type, params.get("AllocatedStorage") or source.allocated_storage
    if size < source.allocated_storage:
        text = f"The allocated storage size of a read replica can't be less than its source's: {source.allocated_storage} GiB."
        raise AwsError("InvalidParameterCombination", text)
    same = kind == source.storage_type
    iops, throughput = params.get("Iops") or (source.iops if same else None), params.get("StorageThroughput")
    throughput = throughput or (source.storage_throughput if same else None)
    whole = storage.complete(storage.Storage(source.engine, kind, size, iops, throughput, params.get("MaxAllocatedStorage")))
    wanted = {"StorageType": kind, "AllocatedStorage": size, "Iops": whole.iops, "StorageThroughput": whole.throughput}
    params.update({name: value for name, value in wanted.items() if value is not None})
    if whole.ceiling is None:
        params.pop("MaxAllocatedStorage", None)


def _settle_group(call: Call, source: Any) -> None:
    """In the same region a replica takes its source's parameter group, in another the default one."""
    params, engine, version = call.params, engines.engine(source.engine), source.engine_version
    own = source.db_parameter_groups()[0].name if source.region == call.region else None
    name = params.get("DBParameterGroupName") or own or default_groups.parameter_group(backend.of(call), engine, version)
    group_choice.check_parameter_group(call, engine, version, name)
    params["DBParameterGroupName"] = name
    option = params.get("OptionGroupName") or (source.option_group_name if source.region == call.region else None)
    option = option or default_groups.option_group(engine, version)
    group_choice.check_option_group(call, engine, version, option)
    params["OptionGroupName"] = option


def make(backend_: Any, given: dict[str, Any]) -> Any:
    """A replica in moto: a database of its own, with what it has in common with its source."""
    from moto.rds.models import DBInstance

    source = backend_.find_db_from_id(given["source_db_instance_identifier"])
    common = {
        "engine": source.engine,
        "engine_version": source.engine_version,
        "db_name": source.db_name,
        "master_username": source.master_username,
        "port": source.port,
        "storage_encrypted": source.storage_encrypted,
        "kms_key_id": source.kms_key_id,
        "license_model": source.license_model,
        "character_set_name": source.character_set_name,
        "preferred_backup_window": source.preferred_backup_window,
        "preferred_maintenance_window": source.preferred_maintenance_window,
        # https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html: a new replica has no backups
        "backup_retention_period": 0,
    }
    own = {name: value for name, value in given.items() if value is not None and name not in ("source_region", "pre_signed_url")}
    replica = DBInstance(backend_, **{**common, **own})
    replica.is_replica = True
    replica.source_db_instance_identifier = source.db_instance_arn if source.region != replica.region else source.db_instance_identifier
    replica.replica_mode = own.get("replica_mode")
    backend_.databases[replica.db_instance_identifier] = replica
    source.add_replica(replica)
    return replica


@before("rds", "PromoteReadReplica")
def check_promotion(call: Call) -> None:
    replica = backend.instance(call, call.params["DBInstanceIdentifier"])
    instance_states.require_available(replica)
    if not replica.is_replica:
        raise AwsError("InvalidDBInstanceState", f"DB Instance {replica.db_instance_identifier} is not a read replica.")
    source = backend.of(call, backend.region_of(replica.source_db_instance_identifier)).find_db_from_id(
        replica.source_db_instance_identifier
    )
    source.replicas = [name for name in source.replicas if name not in (replica.db_instance_identifier, replica.db_instance_arn)]
    call.params.setdefault("BackupRetentionPeriod", 1)


@after("rds", "PromoteReadReplica")
def promote(call: Call, answer: dict[str, Any]) -> None:
    replica = backend.instance(call, call.params["DBInstanceIdentifier"])
    replica.source_db_instance_identifier = replica.replica_mode = None
    looks.enter(replica, "modifying")
    answer["DBInstance"]["DBInstanceStatus"] = "modifying"
    answer["DBInstance"].pop("ReadReplicaSourceDBInstanceIdentifier", None)


@after("rds", "ModifyDBInstance")
def upgrade_along(call: Call, answer: dict[str, Any]) -> None:
    """A major upgrade of PostgreSQL takes the replicas in the region along, with default groups where theirs do not fit.

    https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html
    """
    source = backend.of(call).databases.get(call.params.get("NewDBInstanceIdentifier") or call.params["DBInstanceIdentifier"])
    engine = engines.ENGINES.get(source.engine) if source else None
    for name in source.replicas if engine is not None and engine.name == "postgres" else ():
        replica = backend.of(call).databases.get(name)
        if replica is None or not engines.is_major(engine, replica.engine_version, source.engine_version):
            continue
        replica.engine_version = source.engine_version
        replica.option_group_name = default_groups.option_group(engine, source.engine_version)
        replica.db_parameter_group_name = default_groups.parameter_group(backend.of(call), engine, source.engine_version)
        looks.enter(replica, "upgrading")
        # ready as its source is
        replica.seen = True
