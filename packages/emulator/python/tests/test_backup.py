import json

import pytest


@pytest.fixture
def backup(aws):
    return aws("backup")


@pytest.fixture
def vault(backup):
    return backup.create_backup_vault(BackupVaultName="own")["BackupVaultArn"]


def plan(**rule):
    wanted = {"RuleName": "daily", "TargetBackupVaultName": "own", "ScheduleExpression": "cron(0 4 * * ? *)", **rule}
    return {"BackupPlanName": "own", "Rules": [wanted]}


def test_a_vault_has_a_key_and_a_name_of_its_own(aws, backup, vault, refused):
    assert backup.describe_backup_vault(BackupVaultName="own")["EncryptionKeyArn"].startswith("arn:aws:kms:")
    with refused("AlreadyExistsException"):
        backup.create_backup_vault(BackupVaultName="own")
    for wrong in ({"BackupVaultName": "a b"}, {"BackupVaultName": "two", "EncryptionKeyArn": "arn:aws:kms:eu-west-1:111111111111:key/0"}):
        with refused("InvalidParameterValueException"):
            backup.create_backup_vault(**wrong)
    backup.tag_resource(ResourceArn=vault, Tags={"a": "b", "c": "d"})
    backup.untag_resource(ResourceArn=vault, TagKeyList=["a"])
    assert backup.list_tags(ResourceArn=vault)["Tags"] == {"c": "d"}
    backup.delete_backup_vault(BackupVaultName="own")
    with refused("ResourceNotFoundException"):
        backup.describe_backup_vault(BackupVaultName="own")


def test_a_vault_is_locked_for_governance_and_unlocked(backup, vault, refused):
    backup.put_backup_vault_lock_configuration(BackupVaultName="own", MinRetentionDays=7, MaxRetentionDays=30)
    shown = backup.describe_backup_vault(BackupVaultName="own")
    assert (shown["Locked"], shown["MinRetentionDays"], "LockDate" in shown) == (True, 7, False)
    with refused("InvalidParameterValueException"):
        backup.put_backup_vault_lock_configuration(BackupVaultName="own", MinRetentionDays=31, MaxRetentionDays=30)
    backup.delete_backup_vault_lock_configuration(BackupVaultName="own")
    backup.put_backup_vault_lock_configuration(BackupVaultName="own", ChangeableForDays=3)
    assert "LockDate" in backup.describe_backup_vault(BackupVaultName="own")
    with refused("InvalidParameterValueException"):
        backup.put_backup_vault_lock_configuration(BackupVaultName="own", MinRetentionDays=7)


def test_a_vault_has_a_policy_and_tells_a_topic(backup, vault, refused):
    with refused("ResourceNotFoundException"):
        backup.get_backup_vault_access_policy(BackupVaultName="own")
    statement = {"Effect": "Deny", "Principal": "*", "Action": "backup:DeleteRecoveryPoint", "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    backup.put_backup_vault_access_policy(BackupVaultName="own", Policy=policy)
    assert backup.get_backup_vault_access_policy(BackupVaultName="own")["Policy"] == policy
    topic = {"BackupVaultName": "own", "SNSTopicArn": "arn:aws:sns:eu-west-1:111111111111:t"}
    with refused("InvalidParameterValueException"):
        backup.put_backup_vault_notifications(BackupVaultEvents=["NO_SUCH_EVENT"], **topic)
    backup.put_backup_vault_notifications(BackupVaultEvents=["BACKUP_JOB_FAILED"], **topic)
    assert backup.get_backup_vault_notifications(BackupVaultName="own")["BackupVaultEvents"] == ["BACKUP_JOB_FAILED"]
    backup.delete_backup_vault_access_policy(BackupVaultName="own")
    backup.delete_backup_vault_notifications(BackupVaultName="own")
    for call in (backup.get_backup_vault_access_policy, backup.get_backup_vault_notifications):
        with refused("ResourceNotFoundException"):
            call(BackupVaultName="own")


def test_a_plan_changes_and_goes_after_its_selections(aws, backup, vault, refused):
    made = backup.create_backup_plan(BackupPlan=plan())
    backup.update_backup_plan(BackupPlanId=made["BackupPlanId"], BackupPlan=plan(ScheduleExpression="cron(0 5 * * ? *)"))
    shown = backup.get_backup_plan(BackupPlanId=made["BackupPlanId"])
    assert (shown["BackupPlan"]["Rules"][0]["ScheduleExpression"], shown["VersionId"] != made["VersionId"]) == ("cron(0 5 * * ? *)", True)
    selection = {"SelectionName": "own", "IamRoleArn": "arn:aws:iam::111111111111:role/none", "Resources": ["*"]}
    document = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"Service": "ecs.amazonaws.com"}, "Action": "sts:AssumeRole"}],
    }
    stranger = aws("iam").create_role(RoleName="other", AssumeRolePolicyDocument=json.dumps(document))["Role"]["Arn"]
    for wrong in ({"IamRoleArn": stranger}, {"Resources": []}):
        with refused("InvalidParameterValueException"):
            backup.create_backup_selection(BackupPlanId=made["BackupPlanId"], BackupSelection={**selection, **wrong})
    name = backup.create_backup_selection(BackupPlanId=made["BackupPlanId"], BackupSelection=selection)["SelectionId"]
    assert backup.get_backup_selection(BackupPlanId=made["BackupPlanId"], SelectionId=name)["BackupSelection"]["Resources"] == ["*"]
    assert len(backup.list_backup_selections(BackupPlanId=made["BackupPlanId"])["BackupSelectionsList"]) == 1
    with refused("InvalidRequestException"):
        backup.delete_backup_plan(BackupPlanId=made["BackupPlanId"])
    backup.delete_backup_selection(BackupPlanId=made["BackupPlanId"], SelectionId=name)
    backup.delete_backup_plan(BackupPlanId=made["BackupPlanId"])
    with refused("ResourceNotFoundException"):
        backup.get_backup_plan(BackupPlanId=made["BackupPlanId"])
    backup.create_backup_plan(BackupPlan=plan())


def test_a_plan_is_refused(backup, vault, refused):
    for wrong in (
        {"TargetBackupVaultName": "none"},
        {"ScheduleExpression": "daily"},
        {"StartWindowMinutes": 10},
        {"StartWindowMinutes": 60, "CompletionWindowMinutes": 90},
        {"EnableContinuousBackup": True, "Lifecycle": {"DeleteAfterDays": 40}},
        {"Lifecycle": {"MoveToColdStorageAfterDays": 30, "DeleteAfterDays": 60}},
        {"RuleName": "a b"},
    ):
        with refused("InvalidParameterValueException"):
            backup.create_backup_plan(BackupPlan=plan(**wrong))
