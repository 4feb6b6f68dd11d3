"""The secret that RDS keeps for a master user: Secrets Manager lets nobody but RDS change it, and rotates it without a function.

https://docs.aws.amazon.com/secretsmanager/latest/userguide/service-linked-secrets.html
https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
"""

from __future__ import annotations

import json
import time
from typing import Any

from moto.moto_api._internal import mock_random

from ...call import AwsError, Call
from ...rules import after, before

_OWNER = "rds"
DAYS_BETWEEN_ROTATIONS = 7


def password() -> str:
    return mock_random.get_random_hex(28)


def start_rotating(secret: Any) -> None:
    """What RDS sets as it makes a secret."""
    secret.rotation_enabled = secret.rotation_requested = True
    secret.auto_rotate_after_days = DAYS_BETWEEN_ROTATIONS
    secret.next_rotation_date = int(time.time()) + DAYS_BETWEEN_ROTATIONS * 86400


def _owned(call: Call) -> Any:
    from moto.secretsmanager.models import secretsmanager_backends

    secrets, name = secretsmanager_backends[call.account][call.region].secrets, call.params["SecretId"]
    found = next((secret for secret in secrets.values() if name in (secret.arn, secret.name)), None)
    return found if found is not None and found.owning_service == _OWNER else None


@before("secretsmanager", "DeleteSecret", "PutSecretValue", "UpdateSecretVersionStage", "PutResourcePolicy")
def refuse_owned(call: Call) -> None:
    if _owned(call) is not None:
        text = f"You can't perform this operation on the secret because the secret is managed by {_OWNER}."
        raise AwsError("InvalidRequestException", text)


@before("secretsmanager", "RotateSecret")
def refuse_function(call: Call) -> None:
    if _owned(call) is not None and call.params.get("RotationLambdaARN"):
        raise AwsError("InvalidRequestException", f"You can't specify a rotation function for a secret managed by {_OWNER}.")
    secret = _owned(call)
    if secret is not None:
        call.notes["before"] = {name: dict(version) for name, version in secret.versions.items()}


@after("secretsmanager", "RotateSecret")
def rotate(call: Call, answer: dict[str, Any]) -> None:
    """RDS writes the new password itself; moto leaves a version that waits for a function."""
    secret = _owned(call)
    if secret is None:
        return
    secret.versions = call.notes["before"]
    if call.params.get("RotateImmediately") is False:
        secret.default_version_id = answer["VersionId"] = _current(secret)
    else:
        replace(secret, answer["VersionId"])


# Provider 6.62 turns a managed secret's rotation off by it, and every version calls it when a rotation is destroyed.
# https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CancelRotateSecret.html
@before("secretsmanager", "CancelRotateSecret")
def let_be_cancelled(call: Call) -> None:
    """moto takes a secret without a function for one that was never rotated."""
    secret = _owned(call)
    if secret is not None:
        secret.rotation_lambda_arn = _OWNER


@after("secretsmanager", "CancelRotateSecret")
def stop_rotating(call: Call, answer: dict[str, Any]) -> None:
    secret = _owned(call)
    if secret is not None:
        secret.rotation_lambda_arn = None


def _current(secret: Any) -> str:
    return next(name for name, version in secret.versions.items() if "AWSCURRENT" in version["version_stages"])


def replace(secret: Any, version: str) -> None:
    """A new password; the one before stays readable."""
    old = _current(secret)
    last = secret.versions[old]
    value = json.loads(last["secret_string"])
    secret.versions = {
        old: {**last, "version_stages": ["AWSPREVIOUS"]},
        version: {
            "createdate": int(time.time()),
            "version_id": version,
            "version_stages": ["AWSCURRENT"],
            "secret_string": json.dumps({**value, "password": password()}),
        },
    }
    secret.default_version_id = version
    secret.last_rotation_date = int(time.time())
