"""Secrets that a task's containers are given: each must exist, and hold the JSON key that is asked for.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
"""

from __future__ import annotations

import json
from typing import Any

from ...locks import LOCKS

_FAILED = "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed:"
_ASM = f"{_FAILED} unable to retrieve secret from asm: service call has been retried 1 time(s):"
_SSM = f"{_FAILED} unable to retrieve secrets from ssm: service call has been retried 1 time(s):"


def named_in(container: dict[str, Any]) -> list[str]:
    logging = container.get("logConfiguration") or {}
    given = [*(container.get("secrets") or []), *(logging.get("secretOptions") or [])]
    names = [secret["valueFrom"] for secret in given]
    credentials = (container.get("repositoryCredentials") or {}).get("credentialsParameter")
    return [*names, credentials] if credentials else names


def unavailable(name: str, account: str, region: str) -> str | None:
    """The reason that AWS gives; none where the secret can be read. A bare name is a parameter's of the task's own region."""
    part = name.split(":")
    if len(part) > 6 and part[2] == "secretsmanager":
        return _without_secret(name, part)
    if len(part) > 5 and part[2] == "ssm":
        return _without_parameter(part[5].removeprefix("parameter"), part[4], part[3])
    return _without_parameter(name, account, region)


def _without_secret(name: str, part: list[str]) -> str | None:
    """An ARN, after it the JSON key, the version's stage and its id, each of which may be empty."""
    from moto.secretsmanager.models import secretsmanager_backends

    arn = ":".join(part[:7])
    key, stage, version = [*part[7:10], "", "", ""][:3]
    failed = f"{_ASM} failed to fetch secret {arn} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the"
    with LOCKS["secretsmanager"]:
        secret = secretsmanager_backends[part[4]][part[3]].secrets.get(arn)
        if secret is None or secret.is_deleted():
            return f"{failed} specified secret."
        held = next((held for number, held in secret.versions.items() if _is(held, number, stage, version)), None)
    if held is None:
        asked = f"VersionId: {version}" if version else f"staging label: {stage or 'AWSCURRENT'}"
        return f"{failed} specified secret value for {asked}"
    if key and key not in _fields(held.get("secret_string")):
        return f"{_ASM} retrieved secret from Secrets Manager did not contain json key {key}"
    return None


def _is(held: dict[str, Any], number: str, stage: str, version: str) -> bool:
    if version:
        return number == version and (not stage or stage in held["version_stages"])
    has_value = "secret_string" in held or "secret_binary" in held
    return has_value and (stage or "AWSCURRENT") in held["version_stages"]


def _fields(text: str | None) -> dict[str, Any]:
    try:
        parsed = json.loads(text or "")
    except ValueError:
        return {}
    return parsed if isinstance(parsed, dict) else {}


def _without_parameter(name: str, account: str, region: str) -> str | None:
    from moto.ssm.models import ssm_backends

    with LOCKS["ssm"]:
        backend = ssm_backends[account][region]
        # an ARN's parameter/name is the parameter "/name", or "name" where it has no path
        if any(backend.get_parameter(wanted) is not None for wanted in (name, name.lstrip("/"))):
            return None
    return f"{_SSM} invalid parameters: {name}"
