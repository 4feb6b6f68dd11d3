import hashlib
import json

import pytest

MEDIA = "application/vnd.oci.image.manifest.v1+json"


@pytest.fixture
def ecr(aws):
    return aws("ecr")


def push(ecr, tag, repository="app", content="a"):
    manifest = json.dumps({"schemaVersion": 2, "mediaType": MEDIA, "config": {}, "layers": [], "annotations": {"content": content}})
    return ecr.put_image(repositoryName=repository, imageTag=tag, imageManifest=manifest)["image"]["imageId"]


def test_a_pull_through_cache_is_made_changed_and_deleted(ecr, account, refused):
    rule = {"ecrRepositoryPrefix": "public", "upstreamRegistryUrl": "public.ecr.aws"}
    ecr.create_pull_through_cache_rule(**rule)
    (shown,) = ecr.describe_pull_through_cache_rules()["pullThroughCacheRules"]
    assert shown.items() >= {**rule, "registryId": account}.items()
    with refused("PullThroughCacheRuleAlreadyExistsException"):
        ecr.create_pull_through_cache_rule(**rule)
    secret = f"arn:aws:secretsmanager:eu-west-1:{account}:secret:ecr-pullthroughcache/hub"
    ecr.update_pull_through_cache_rule(ecrRepositoryPrefix="public", credentialArn=secret)
    assert ecr.describe_pull_through_cache_rules(ecrRepositoryPrefixes=["public"])["pullThroughCacheRules"][0]["credentialArn"] == secret
    ecr.delete_pull_through_cache_rule(ecrRepositoryPrefix="public")
    with refused("PullThroughCacheRuleNotFoundException"):
        ecr.describe_pull_through_cache_rules(ecrRepositoryPrefixes=["public"])


def test_a_registry_with_users_needs_a_secret_of_the_right_name(ecr, account, refused):
    rule = {"ecrRepositoryPrefix": "hub", "upstreamRegistryUrl": "registry-1.docker.io"}
    for credential in ({}, {"credentialArn": f"arn:aws:secretsmanager:eu-west-1:{account}:secret:hub"}):
        with refused("InvalidParameterException"):
            ecr.create_pull_through_cache_rule(**rule, **credential)


def test_a_tag_of_an_immutable_repository_stays(ecr, refused):
    ecr.create_repository(repositoryName="app", imageTagMutability="IMMUTABLE")
    push(ecr, "1")
    with refused("ImageTagAlreadyExistsException"):
        push(ecr, "1", content="b")
    other = push(ecr, "2", content="b")
    assert push(ecr, "3", content="b")["imageDigest"] == other["imageDigest"] != push(ecr, "4", content="c")["imageDigest"]


def test_an_image_is_named_by_the_digest_of_its_manifest(ecr, refused):
    ecr.create_repository(repositoryName="app")
    manifest = json.dumps({"schemaVersion": 2, "mediaType": MEDIA, "config": {}, "layers": []})
    digest = "sha256:" + hashlib.sha256(manifest.encode()).hexdigest()
    with refused("ImageDigestDoesNotMatchException"):
        ecr.put_image(repositoryName="app", imageTag="1", imageManifest=manifest, imageDigest="sha256:" + "0" * 64)
    assert ecr.put_image(repositoryName="app", imageTag="1", imageManifest=manifest)["image"]["imageId"]["imageDigest"] == digest
    assert ecr.batch_get_image(repositoryName="app", imageIds=[{"imageDigest": digest}])["images"][0]["imageId"]["imageTag"] == "1"


def test_a_repository_with_images_is_deleted_by_force_only(ecr, refused):
    ecr.create_repository(repositoryName="app")
    push(ecr, "1")
    with refused("RepositoryNotEmptyException"):
        ecr.delete_repository(repositoryName="app")
    ecr.delete_repository(repositoryName="app", force=True)
    with refused("RepositoryNotFoundException"):
        push(ecr, "1")
