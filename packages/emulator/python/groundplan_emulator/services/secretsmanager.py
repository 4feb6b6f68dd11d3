"""Secrets: names that are not free yet, policies that would open them to all, and rotation, whose function nobody calls here.

https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html
"""

import json
import re

from ..call import AwsError
from ..documents import principals, statements
from ..grants import Request, lets, of_account
from ..rules import after, before
from . import kms

_NAME = re.compile(r"[A-Za-z0-9/_+=.@-]{1,512}")


def _secrets(call):
    from moto.secretsmanager.models import secretsmanager_backends

    return secretsmanager_backends[call.account][call.region].secrets


def _find(call):
    """None where there is none, as of a new one."""
    return next((one for one in _secrets(call).values() if call.params.get("SecretId") in (one.arn, one.name)), None)


@before("secretsmanager", "CreateSecret")
def check(call):
    name = call.params["Name"]
    if not _NAME.fullmatch(name):
        text = "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!"
        raise AwsError("ValidationException", text)
    found = next((secret for secret in _secrets(call).values() if secret.name == name), None)
    if found is None:
        return
    if found.is_deleted():
        text = "You can't create this secret because a secret with this name is already scheduled for deletion."
        raise AwsError("InvalidRequestException", text)
    token = call.params.get("ClientRequestToken")
    if token is None or token not in found.versions:
        raise AwsError("ResourceExistsException", f"The operation failed because the secret {name} already exists.")


@before("secretsmanager", "CreateSecret", "UpdateSecret", "PutSecretValue")
def check_key(call):
    """A key is used when a value is written, and not before."""
    if not (call.params.get("SecretString") or call.params.get("SecretBinary")):
        return
    found = _find(call)
    name = call.params.get("KmsKeyId") or (found and found.kms_key_id)
    if not name or name.endswith("alias/aws/secretsmanager"):
        return
    key = kms.find(call, name)
    own = f":{call.account}:" in name or ":" not in name
    if own and (key is None or key.key_state != "Enabled"):
        raise AwsError("EncryptionFailure", f"Secrets Manager can't encrypt the protected secret text using the KMS key {name}.")


@before("secretsmanager", "PutResourcePolicy", "ValidateResourcePolicy")
def check_policy(call):
    found = statements(call.params["ResourcePolicy"])
    if not found or any("Principal" not in statement and "NotPrincipal" not in statement for statement in found):
        raise AwsError("MalformedPolicyDocumentException", "This resource policy contains invalid Json or misses a principal.")
    if call.params.get("BlockPublicPolicy") and any(_is_public(statement) for statement in found):
        raise AwsError("PublicPolicyException", "You can't attach a resource policy that allows broad access to the secret.")


def _is_public(statement):
    return statement.get("Effect") == "Allow" and "*" in principals(statement, "AWS") and not statement.get("Condition")


@before("secretsmanager", "RotateSecret")
def check_function(call):
    """moto would run it in a container: it is kept from moto, and the secret's value stays."""
    secret = _find(call)
    if secret is None or secret.owning_service:
        return
    function = call.params.pop("RotationLambdaARN", None) or secret.rotation_lambda_arn
    if not function:
        text = "No Lambda rotation function ARN is associated with this secret."
        raise AwsError("InvalidRequestException", text)
    _check_callable(call, secret, function)
    call.notes["rotation"] = (function, {name: dict(version) for name, version in secret.versions.items()})


def _check_callable(call, secret, name):
    from moto.awslambda.utils import get_backend

    functions = get_backend(call.account, call.region)
    try:
        function = functions.get_function(name)
    except Exception:  # moto's own way to say that there is none
        raise AwsError("ResourceNotFoundException", f"Resource not found for ARN '{name}'.") from None
    request = Request("secretsmanager.amazonaws.com", "lambda:InvokeFunction", function.function_arn, of_account(call.account, secret.arn))
    if not lets(json.dumps({"Statement": function.policy.statements}), request):
        text = f"Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy of {name}"
        call.refuse(AwsError("AccessDeniedException", f"{text} grants access to the principal secretsmanager.amazonaws.com."))


@after("secretsmanager", "RotateSecret")
def keep_value(call, answer):
    """What the function would have written nobody knows: a version of the same value takes the place of the last."""
    if "rotation" not in call.notes:
        return
    secret, (function, versions) = _find(call), call.notes["rotation"]
    secret.rotation_lambda_arn, made = function, answer.get("VersionId")
    secret.versions = versions
    current = next((name for name, version in versions.items() if "AWSCURRENT" in version["version_stages"]), None)
    if current is None:
        return
    secret.default_version_id = current
    if call.params.get("RotateImmediately") is False:
        answer["VersionId"] = current
    elif made is not None:
        last = versions[current]
        versions[current] = {**last, "version_stages": ["AWSPREVIOUS"]}
        versions[made] = {**last, "version_id": made, "version_stages": ["AWSCURRENT"]}
        secret.default_version_id = made
