"""ECR: pull-through caches, images that go nowhere, and scanning that is switched off.

https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreatePullThroughCacheRule.html
https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribePullThroughCacheRules.html
https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UpdatePullThroughCacheRule.html
https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DeletePullThroughCacheRule.html
https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html
https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImageScanningConfiguration.html
"""

import fnmatch
import hashlib
from datetime import datetime, timezone

from ..call import AwsError
from ..rules import before, stub

#: registries that want a user's name and password, kept in a secret whose name begins so
#: https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-rule.html
_WITH_CREDENTIALS = ("registry-1.docker.io", "ghcr.io", "registry.gitlab.com", ".azurecr.io", "cgr.dev")
_SECRET_NAME = ":secret:ecr-pullthroughcache/"


@stub("ecr", "CreatePullThroughCacheRule")
def create_cache_rule(call):
    params, prefix = call.params, call.params["ecrRepositoryPrefix"]
    if prefix in _rules(call):
        text = f"A pull through cache rule with the prefix '{prefix}' already exists in the registry with id '{call.account}'"
        raise AwsError("PullThroughCacheRuleAlreadyExistsException", text)
    credential = params.get("credentialArn")
    if params["upstreamRegistryUrl"].endswith(_WITH_CREDENTIALS) and not credential:
        raise AwsError("InvalidParameterException", "The upstream registry requires a credentialArn.")
    if credential and _SECRET_NAME not in credential:
        text = "Invalid parameter at 'credentialArn': the secret's name must begin with 'ecr-pullthroughcache/'"
        raise AwsError("InvalidParameterException", text)
    now = datetime.now(timezone.utc)
    named = ("ecrRepositoryPrefix", "upstreamRegistryUrl", "upstreamRegistry", "credentialArn", "customRoleArn", "upstreamRepositoryPrefix")
    given = {name: params[name] for name in named if params.get(name)}
    _rules(call)[prefix] = {**given, "registryId": call.account, "createdAt": now, "updatedAt": now}
    return _rules(call)[prefix]


@stub("ecr", "DescribePullThroughCacheRules")
def describe_cache_rules(call):
    wanted = call.params.get("ecrRepositoryPrefixes")
    return {"pullThroughCacheRules": [_rule(call, prefix) for prefix in wanted] if wanted else list(_rules(call).values())}


@stub("ecr", "UpdatePullThroughCacheRule")
def update_cache_rule(call):
    rule = _rule(call, call.params["ecrRepositoryPrefix"])
    rule |= {name: call.params[name] for name in ("credentialArn", "customRoleArn") if call.params.get(name)}
    rule["updatedAt"] = datetime.now(timezone.utc)
    return rule


@stub("ecr", "DeletePullThroughCacheRule")
def delete_cache_rule(call):
    rule = _rule(call, call.params["ecrRepositoryPrefix"])
    return _rules(call).pop(rule["ecrRepositoryPrefix"])


def _rules(call):
    return call.kind("pull-through cache rule")


def _rule(call, prefix):
    found = _rules(call).get(prefix)
    if found is None:
        text = f"No pull through cache rule with the prefix '{prefix}' exists in the registry with id '{call.account}'"
        raise AwsError("PullThroughCacheRuleNotFoundException", text)
    return found


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
