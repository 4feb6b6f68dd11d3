"""Pull-through caches: repositories that fill themselves from another registry.

https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreatePullThroughCacheRule.html
https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribePullThroughCacheRules.html
https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UpdatePullThroughCacheRule.html
https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DeletePullThroughCacheRule.html
"""

from datetime import datetime, timezone

from ...call import AwsError
from ...rules import stub

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
