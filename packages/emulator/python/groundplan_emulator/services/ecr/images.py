"""Images: what is pushed goes into a repository that stands, under its own digest.

https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html
https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
"""

import fnmatch
import hashlib

from ...call import AwsError
from ...rules import before


@before("ecr", "PutImage")
def check_image(call):
    """An image's digest is its manifest's, which moto makes up; a tag of an immutable repository is of one image for ever."""
    from moto.ecr.models import ecr_backends

    name, tag = call.params["repositoryName"], call.params.get("imageTag")
    repository = ecr_backends[call.account][call.region].repositories.get(name)
    if repository is None:
        text = f"The repository with name '{name}' does not exist in the registry with id '{call.account}'"
        raise AwsError("RepositoryNotFoundException", text)
    digest = f"sha256:{hashlib.sha256(call.params['imageManifest'].encode()).hexdigest()}"
    if call.params.setdefault("imageDigest", digest) != digest:
        raise AwsError("ImageDigestDoesNotMatchException", f"The digest of the manifest is {digest}")
    others = [image for image in repository.images if tag in image.image_tags and image.get_image_digest() != digest]
    if others and repository.is_tag_immutable() and not _excluded(repository, tag):
        problem = "cannot be overwritten because the repository is immutable."
        raise AwsError("ImageTagAlreadyExistsException", f"The image tag '{tag}' already exists in the '{name}' repository and {problem}")


def _excluded(repository, tag):
    filters = repository.image_tag_mutability_exclusion_filters or []
    return any(fnmatch.fnmatchcase(tag, one["filter"]) for one in filters)
