"""File systems: what changes them, which moto lacks, their policies, and those in use.

https://docs.aws.amazon.com/efs/latest/ug/API_UpdateFileSystem.html
https://docs.aws.amazon.com/efs/latest/ug/API_PutBackupPolicy.html
https://docs.aws.amazon.com/efs/latest/ug/API_PutFileSystemPolicy.html
https://docs.aws.amazon.com/efs/latest/ug/API_DescribeFileSystemPolicy.html
https://docs.aws.amazon.com/efs/latest/ug/API_DeleteFileSystem.html
https://docs.aws.amazon.com/efs/latest/ug/API_CreateMountTarget.html
"""

from ..call import AwsError
from ..documents import statements
from ..rules import after, before, load, stub
from . import kms

# a mount target has a network interface in EC2
load("ec2")

_THROUGHPUT_MODES = ("bursting", "provisioned", "elastic")


def _backend(call):
    from moto.efs.models import efs_backends

    return efs_backends[call.account][call.region]


def _existing(call):
    found = _backend(call).file_systems_by_id.get(call.params["FileSystemId"])
    if found is None:
        raise AwsError("FileSystemNotFound", f"File system '{call.params['FileSystemId']}' does not exist.", 404)
    return found


@before("efs", "CreateFileSystem")
def check(call):
    params = call.params
    _check_throughput(params.get("ThroughputMode") or "bursting", params.get("ProvisionedThroughputInMibps"))
    name = params.get("KmsKeyId")
    if not name:
        return
    key = kms.find(call, name)
    if key is None:
        raise AwsError("KmsKeyNotFound", f"The KMS key '{name}' does not exist.")
    # it is shown by its ARN, however it was named
    params["KmsKeyId"] = key.arn


def _check_throughput(mode, provisioned):
    if mode not in _THROUGHPUT_MODES:
        raise AwsError("BadRequest", f"Throughput mode must be one of {', '.join(_THROUGHPUT_MODES)}.")
    if (mode == "provisioned") != bool(provisioned):
        raise AwsError("BadRequest", "ProvisionedThroughputInMibps must be specified with throughput mode provisioned, and with no other.")


@stub("efs", "UpdateFileSystem")
def update(call):
    system, params = _existing(call), call.params
    mode = params.get("ThroughputMode") or system.throughput_mode
    provisioned = params.get("ProvisionedThroughputInMibps") or (system.provisioned_throughput_in_mibps if mode == "provisioned" else None)
    _check_throughput(mode, provisioned)
    system.throughput_mode, system.provisioned_throughput_in_mibps = mode, provisioned
    return _shown(call, system)


@stub("efs", "UpdateFileSystemProtection")
def protect(call):
    _existing(call)
    wanted = call.params.get("ReplicationOverwriteProtection")
    call.kind("protection")[call.params["FileSystemId"]] = wanted
    return {"ReplicationOverwriteProtection": wanted}


def _shown(call, system):
    shown = {name: value for name, value in system.info_json().items() if value is not None}
    return {**shown, **_protection(call, system.file_system_id)}


def _protection(call, name):
    return {"FileSystemProtection": {"ReplicationOverwriteProtection": call.kind("protection").get(name, "ENABLED")}}


@after("efs", "CreateFileSystem", "DescribeFileSystems")
def show(call, answer):
    for system in answer.get("FileSystems", [answer]):
        system.update(_protection(call, system.get("FileSystemId")))


@stub("efs", "PutBackupPolicy", "DescribeBackupPolicy")
def backup_policy(call):
    system, kept = _existing(call), call.kind("backup policy")
    if call.operation.startswith("Put"):
        kept[system.file_system_id] = call.params["BackupPolicy"]
    # a system of one zone is backed up unless one says otherwise
    policy = kept.get(system.file_system_id) or system.backup_policy
    if policy is None:
        raise AwsError("PolicyNotFound", f"No backup policy for file system '{system.file_system_id}'.", 404)
    return {"BackupPolicy": policy}


@before("efs", "PutFileSystemPolicy")
def check_policy(call):
    _existing(call)
    found = statements(call.params["Policy"])
    if not found or any("Principal" not in statement and "NotPrincipal" not in statement for statement in found):
        raise AwsError("InvalidPolicyException", "Policy is invalid: it needs statements, each with a principal.")


@before("efs", "DescribeFileSystemPolicy")
def look_for_system(call):
    """moto breaks on one that is gone."""
    _existing(call)


@stub("efs", "DeleteFileSystemPolicy")
def delete_policy(call):
    _existing(call).file_system_policy = None


@before("efs", "DeleteFileSystem")
def refuse_in_use(call):
    """moto looks at mount targets; access points hold a file system too."""
    name = call.params["FileSystemId"]
    points = [point for point in _backend(call).access_points.values() if point.file_system_id == name]
    if points or _existing(call).number_of_mount_targets:
        raise AwsError("FileSystemInUse", f"The file system '{name}' has mount targets or access points.", 409)


@after("efs", "DeleteFileSystem")
def forget(call, answer):
    for kind in ("backup policy", "protection"):
        call.kind(kind).pop(call.params["FileSystemId"], None)


@before("efs", "CreateMountTarget", "ModifyMountTargetSecurityGroups")
def check_groups(call):
    from moto.ec2.models import ec2_backends

    ec2 = ec2_backends[call.account][call.region]
    if call.operation == "CreateMountTarget":
        subnet = next((zone[call.params["SubnetId"]] for zone in ec2.subnets.values() if call.params["SubnetId"] in zone), None)
        vpc = subnet and subnet.vpc_id
    else:
        target = _backend(call).mount_targets_by_id.get(call.params["MountTargetId"])
        vpc = target and target.vpc_id
    for name in call.params.get("SecurityGroups") or []:
        group = ec2.get_security_group_from_id(name)
        if group is None or (vpc and group.vpc_id != vpc):
            raise AwsError("SecurityGroupNotFound", f"The security group '{name}' does not exist in the subnet's VPC.")


@after("efs", "ModifyMountTargetSecurityGroups")
def move_interface(call, answer):
    from moto.ec2.models import ec2_backends

    ec2 = ec2_backends[call.account][call.region]
    target = _backend(call).mount_targets_by_id[call.params["MountTargetId"]]
    interface = ec2.enis.get(target.network_interface_id)
    if interface is not None:
        interface._group_set = [ec2.get_security_group_from_id(name) for name in call.params.get("SecurityGroups") or []]
