"""Secrets: names that are not free yet, and policies that would open them to all.

https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
"""

import re

from ..call import AwsError
from ..documents import principals, statements
from ..rules import before
from . import kms

_NAME = re.compile(r"[A-Za-z0-9/_+=.@-]{1,512}")


def _secrets(call):
    from moto.secretsmanager.models import secretsmanager_backends

    return secretsmanager_backends[call.account][call.region].secrets


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
    found = next((one for one in _secrets(call).values() if call.params.get("SecretId") in (one.arn, one.name)), None)
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
