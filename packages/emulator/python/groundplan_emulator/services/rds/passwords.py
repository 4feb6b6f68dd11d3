"""The master user: its name, and the password that is given, or kept by RDS in a secret.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (MasterUsername, MasterUserPassword)
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError
from .. import kms
from .engines import Engine

_RESERVED = {True: ("rdsadmin", "admin", "postgres_internal"), False: ("rdsadmin", "rdsrepladmin")}
_LONGEST_NAME = {True: 63, False: 16}
_SHORTEST, _LONGEST_POSTGRES, _LONGEST_MYSQL = 8, 128, 41
_ALLOWED = re.compile(r"[!-~]+")


def check_user(engine: Engine, params: dict[str, Any]) -> None:
    name = params.get("MasterUsername")
    if not name:
        raise AwsError("InvalidParameterValue", "The parameter MasterUsername must be provided and must not be blank.")
    if name.lower() in _RESERVED[engine.is_postgres]:
        text = f"MasterUsername {name} cannot be used as it is a reserved word used by the engine"
        raise AwsError("InvalidParameterValue", text)
    if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_]*", name) or len(name) > _LONGEST_NAME[engine.is_postgres]:
        raise AwsError("InvalidParameterValue", "The parameter MasterUsername is not a valid identifier for the engine.")


def check_password(engine: Engine, params: dict[str, Any]) -> None:
    password, managed = params.get("MasterUserPassword"), bool(params.get("ManageMasterUserPassword"))
    if managed and password:
        text = "You can't specify MasterUserPassword for an instance with ManageMasterUserPassword enabled."
        raise AwsError("InvalidParameterCombination", text)
    if params.get("MasterUserSecretKmsKeyId") and not managed:
        raise AwsError("InvalidParameterCombination", "MasterUserSecretKmsKeyId requires ManageMasterUserPassword.")
    if managed:
        return
    if not password:
        raise AwsError("InvalidParameterValue", "The parameter MasterUserPassword must be provided and must not be blank.")
    check_text(engine, password)


def check_text(engine: Engine, password: str) -> None:
    longest = _LONGEST_POSTGRES if engine.is_postgres else _LONGEST_MYSQL
    if not _SHORTEST <= len(password) <= longest:
        how = f"shorter than {_SHORTEST}" if len(password) < _SHORTEST else f"longer than {longest}"
        text = f"The parameter MasterUserPassword is not a valid password because it is {how} characters."
        raise AwsError("InvalidParameterValue", text)
    if not _ALLOWED.fullmatch(password) or set(password) & set('/@"'):
        text = "Only printable ASCII characters besides '/', '@', '\"', ' ' may be used."
        raise AwsError("InvalidParameterValue", f"The parameter MasterUserPassword is not a valid password. {text}")


def check_key(call: Any, parameter: str) -> None:
    """A key must be there and enabled, and is shown by its ARN, however it was named."""
    name = call.params.get(parameter)
    if not name:
        return
    key = kms.find(call, name)
    if key is None or key.key_state != "Enabled":
        text = f"The specified KMS key [{name}] does not exist, is not enabled or you do not have permissions to access it."
        raise AwsError("KMSKeyNotAccessibleFault", text)
    call.params[parameter] = key.arn
