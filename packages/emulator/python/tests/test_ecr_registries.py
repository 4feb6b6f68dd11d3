import json

MANIFEST = json.dumps({"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": {}, "layers": []})


def test_an_image_of_another_account_is_seen_by_whom_its_repository_lets_in(aws, aws_of, account, refused):
    home = "210000000001"
    owner, reader = aws_of(home)("ecr"), aws("ecr")
    owner.create_repository(repositoryName="app")
    owner.put_image(repositoryName="app", imageTag="1", imageManifest=MANIFEST)
    asked = {"registryId": home, "repositoryName": "app", "imageIds": [{"imageTag": "1"}]}
    with refused("AccessDeniedException"):
        reader.describe_images(**asked)
    principal = {"AWS": [f"arn:aws:iam::{account}:root"]}
    statement = {"Effect": "Allow", "Principal": principal, "Action": ["ecr:DescribeImages", "ecr:BatchGetImage"]}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Sid": "Pull", **statement}]})
    owner.set_repository_policy(repositoryName="app", policyText=policy)
    (shown,) = reader.describe_images(**asked)["imageDetails"]
    assert shown["imageTags"] == ["1"]
    (got,) = reader.batch_get_image(**asked)["images"]
    assert got["imageManifest"] == MANIFEST
    with refused("ImageNotFoundException"):
        reader.describe_images(**{**asked, "imageIds": [{"imageTag": "2"}]})
    with refused("RepositoryNotFoundException"):
        reader.describe_images(**{**asked, "repositoryName": "none"})
