import json

import pytest


@pytest.fixture
def efs(aws):
    return aws("efs")


@pytest.fixture
def files(efs):
    return efs.create_file_system(CreationToken="a", ThroughputMode="elastic")["FileSystemId"]


def shown(efs, files):
    return efs.describe_file_systems(FileSystemId=files)["FileSystems"][0]


def test_throughput_is_changed(efs, files, refused):
    assert shown(efs, files)["FileSystemProtection"] == {"ReplicationOverwriteProtection": "ENABLED"}
    efs.update_file_system(FileSystemId=files, ThroughputMode="provisioned", ProvisionedThroughputInMibps=10)
    assert shown(efs, files)["ProvisionedThroughputInMibps"] == 10
    with refused("BadRequest"):
        efs.update_file_system(FileSystemId=files, ThroughputMode="bursting", ProvisionedThroughputInMibps=10)
    efs.update_file_system(FileSystemId=files, ThroughputMode="bursting")
    assert "ProvisionedThroughputInMibps" not in shown(efs, files)
    with refused("BadRequest"):
        efs.create_file_system(CreationToken="b", ThroughputMode="provisioned")
    with refused("FileSystemNotFound"):
        efs.update_file_system(FileSystemId="fs-00000000", ThroughputMode="bursting")


def test_a_key_must_be_there_and_is_shown_by_its_arn(aws, efs, refused):
    key = aws("kms").create_key()["KeyMetadata"]
    with refused("KmsKeyNotFound"):
        efs.create_file_system(CreationToken="b", Encrypted=True, KmsKeyId=key["KeyId"][:-4] + "0000")
    made = efs.create_file_system(CreationToken="b", Encrypted=True, KmsKeyId=key["KeyId"])
    assert made["KmsKeyId"] == key["Arn"]


def test_backups_are_switched(efs, files, refused):
    with refused("PolicyNotFound"):
        efs.describe_backup_policy(FileSystemId=files)
    for status in ("ENABLED", "DISABLED"):
        efs.put_backup_policy(FileSystemId=files, BackupPolicy={"Status": status})
        assert efs.describe_backup_policy(FileSystemId=files)["BackupPolicy"] == {"Status": status}


def test_a_policy_is_put_and_taken_away(efs, files, refused):
    statement = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "elasticfilesystem:ClientMount"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    efs.put_file_system_policy(FileSystemId=files, Policy=policy)
    assert json.loads(efs.describe_file_system_policy(FileSystemId=files)["Policy"]) == json.loads(policy)
    del statement["Principal"]
    with refused("InvalidPolicyException"):
        efs.put_file_system_policy(FileSystemId=files, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
    efs.delete_file_system_policy(FileSystemId=files)
    with refused("PolicyNotFound"):
        efs.describe_file_system_policy(FileSystemId=files)


def test_a_file_system_with_mount_targets_or_access_points_stays(aws, efs, files, network, refused):
    ec2 = aws("ec2")
    own = ec2.create_security_group(GroupName="files", Description="files", VpcId=network["vpc"])["GroupId"]
    next_ = ec2.create_security_group(GroupName="next", Description="next", VpcId=network["vpc"])["GroupId"]
    target = efs.create_mount_target(FileSystemId=files, SubnetId=network["a"], SecurityGroups=[own])["MountTargetId"]
    with refused("FileSystemInUse"):
        efs.delete_file_system(FileSystemId=files)
    with refused("DependencyViolation"):
        ec2.delete_security_group(GroupId=own)
    efs.modify_mount_target_security_groups(MountTargetId=target, SecurityGroups=[next_])
    ec2.delete_security_group(GroupId=own)
    with refused("MountTargetConflict"):
        efs.create_mount_target(FileSystemId=files, SubnetId=network["a2"])
    efs.delete_mount_target(MountTargetId=target)
    ec2.delete_security_group(GroupId=next_)
    point = efs.create_access_point(FileSystemId=files, ClientToken="p")["AccessPointId"]
    with refused("FileSystemInUse"):
        efs.delete_file_system(FileSystemId=files)
    efs.delete_access_point(AccessPointId=point)
    efs.delete_file_system(FileSystemId=files)


def test_a_mount_targets_groups_are_of_its_vpc(aws, efs, files, network, refused):
    other = aws("ec2").create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    stranger = aws("ec2").create_security_group(GroupName="x", Description="x", VpcId=other)["GroupId"]
    with refused("SecurityGroupNotFound"):
        efs.create_mount_target(FileSystemId=files, SubnetId=network["a"], SecurityGroups=[stranger])


def test_of_a_file_system_that_is_gone_nothing_is_told(efs, files, refused):
    efs.delete_file_system(FileSystemId=files)
    for kind in ("file_system_policy", "backup_policy", "lifecycle_configuration", "mount_targets"):
        with refused("FileSystemNotFound"):
            getattr(efs, f"describe_{kind}")(FileSystemId=files)
