import json

import pytest


@pytest.fixture
def kms(aws):
    return aws("kms")


@pytest.fixture
def key(kms):
    return kms.create_key()["KeyMetadata"]["KeyId"]


def policy(principal, action):
    return json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": principal, "Action": action, "Resource": "*"}]}
    )


def test_a_policy_that_locks_the_account_out_is_refused(kms, key, account, refused):
    with refused("MalformedPolicyDocumentException"):
        kms.put_key_policy(KeyId=key, PolicyName="default", Policy=policy({"Service": "logs.amazonaws.com"}, "kms:*"))
    with refused("MalformedPolicyDocumentException"):
        kms.create_key(Policy=policy({"AWS": f"arn:aws:iam::{account}:root"}, "kms:Encrypt"))
    kept = policy({"AWS": f"arn:aws:iam::{account}:root"}, "kms:*")
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=kept)
    assert json.loads(kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"]) == json.loads(kept)
    kms.put_key_policy(
        KeyId=key, PolicyName="default", Policy=policy({"Service": "logs.amazonaws.com"}, "kms:*"), BypassPolicyLockoutSafetyCheck=True
    )


def test_a_key_waits_seven_to_thirty_days(kms, key, refused):
    for days in (6, 31):
        with refused("ValidationException"):
            kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=days)
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    assert kms.describe_key(KeyId=key)["KeyMetadata"]["KeyState"] == "PendingDeletion"


def test_a_key_on_its_way_out_is_of_no_use(kms, key, refused):
    kms.schedule_key_deletion(KeyId=key)
    with refused("KMSInvalidStateException"):
        kms.encrypt(KeyId=key, Plaintext=b"x")
    with refused("KMSInvalidStateException"):
        kms.create_alias(AliasName="alias/late", TargetKeyId=key)
    kms.cancel_key_deletion(KeyId=key)
    kms.enable_key(KeyId=key)
    kms.encrypt(KeyId=key, Plaintext=b"x")


def test_names_of_awss_own_aliases_are_refused(kms, key, refused):
    with refused("NotAuthorizedException"):
        kms.create_alias(AliasName="alias/aws/mine", TargetKeyId=key)


def test_a_replica_leaves_its_primary_the_primary(kms, aws):
    primary = kms.create_key(MultiRegion=True)["KeyMetadata"]["KeyId"]
    kms.replicate_key(KeyId=primary, ReplicaRegion="eu-central-1", Description="copy", Tags=[{"TagKey": "a", "TagValue": "b"}])

    def kind(client):
        return client.describe_key(KeyId=primary)["KeyMetadata"]["MultiRegionConfiguration"]["MultiRegionKeyType"]

    replica = aws("kms", "eu-central-1")
    assert (kind(kms), kind(replica), kind(kms)) == ("PRIMARY", "REPLICA", "PRIMARY")
    assert replica.describe_key(KeyId=primary)["KeyMetadata"]["Description"] == "copy"
    assert kms.describe_key(KeyId=primary)["KeyMetadata"]["Description"] == ""
    assert replica.list_resource_tags(KeyId=primary)["Tags"] == [{"TagKey": "a", "TagValue": "b"}]


def test_a_key_of_another_account_is_found_by_its_alias_where_its_policy_lets(kms, key, account, aws_of, refused):
    other = "444444444444"
    kms.create_alias(AliasName="alias/central", TargetKeyId=key)
    alias = f"arn:aws:kms:eu-west-1:{account}:alias/central"
    theirs = aws_of(other)("kms")
    with refused("AccessDeniedException"):
        theirs.describe_key(KeyId=alias)
    own = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "kms:*", "Resource": "*"}
    shared = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{other}:root"}, "Action": "kms:DescribeKey", "Resource": "*"}
    document = json.dumps({"Version": "2012-10-17", "Statement": [own, shared]})
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=document)
    found = theirs.describe_key(KeyId=alias)["KeyMetadata"]
    assert (found["KeyId"], found["AWSAccountId"]) == (key, account)
    with refused("NotFoundException"):
        theirs.describe_key(KeyId=alias + "-other")
    with refused("NotFoundException"):
        theirs.describe_key(KeyId=alias.replace("eu-west-1", "eu-central-1"))


def test_a_topic_and_a_log_group_are_encrypted_by_a_key_of_another_account(kms, key, account, aws_of, refused):
    arn = kms.describe_key(KeyId=key)["KeyMetadata"]["Arn"]
    theirs = aws_of("444444444444")
    topic = theirs("sns").create_topic(Name="alerts", Attributes={"KmsMasterKeyId": arn})["TopicArn"]
    assert theirs("sns").get_topic_attributes(TopicArn=topic)["Attributes"]["KmsMasterKeyId"] == arn
    with refused("AccessDeniedException"):
        theirs("logs").create_log_group(logGroupName="shared", kmsKeyId=arn)
    own = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "kms:*", "Resource": "*"}
    logs = {"Effect": "Allow", "Principal": {"Service": "logs.eu-west-1.amazonaws.com"}, "Action": "kms:*", "Resource": "*"}
    kms.put_key_policy(KeyId=key, PolicyName="default", Policy=json.dumps({"Version": "2012-10-17", "Statement": [own, logs]}))
    theirs("logs").create_log_group(logGroupName="shared", kmsKeyId=arn)


def test_grants_are_of_a_key_that_stands(aws, refused):
    kms = aws("kms")
    key = kms.create_key()["KeyMetadata"]["KeyId"]
    made = kms.create_grant(KeyId=key, GranteePrincipal="arn:aws:iam::111111111111:role/r", Operations=["Decrypt"])
    assert [grant["GrantId"] for grant in kms.list_grants(KeyId=key)["Grants"]] == [made["GrantId"]]
    with refused("NotFoundException"):
        kms.list_grants(KeyId="00000000-0000-4000-8000-000000000000")
