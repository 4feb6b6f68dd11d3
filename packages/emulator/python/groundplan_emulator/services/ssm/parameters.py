"""Parameters: tiers, patterns and keys.

https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
"""

import re

from ...call import AwsError
from ...rules import before
from .. import kms

_LONGEST = {"Standard": 4096, "Advanced": 8192}
_LEVELS = 15


@before("ssm", "PutParameter")
def check(call):
    params = call.params
    previous = _previous(call)
    pattern = params.get("AllowedPattern")
    if pattern and not re.search(pattern, params["Value"]):
        text = f"Parameter value, cannot be validated against allowedPattern: {pattern}"
        raise AwsError("ParameterPatternMismatchException", text)
    if params["Name"].strip("/").count("/") >= _LEVELS:
        raise AwsError("HierarchyLevelLimitExceededException", f"Parameter names can have a maximum of {_LEVELS} levels.")
    _check_tier(params, previous)
    name = params.get("KeyId")
    if name and params.get("Type") == "SecureString" and not name.startswith("alias/aws/") and kms.find(call, name) is None:
        raise AwsError("InvalidKeyId", f"Invalid keyId {name}")


def _previous(call):
    from moto.ssm.models import ssm_backends

    versions = ssm_backends[call.account][call.region]._parameters.get(call.params["Name"])
    return versions[-1] if versions else None


def _check_tier(params, previous):
    tier, length = params.get("Tier"), len(params["Value"].encode())
    standing = previous.tier if previous is not None else None
    if tier == "Intelligent-Tiering":
        # it is shown as what it turned out to be, and never goes back
        advanced = standing == "Advanced" or length > _LONGEST["Standard"] or params.get("Policies")
        tier = params["Tier"] = "Advanced" if advanced else "Standard"
    if tier == "Standard" and standing == "Advanced":
        text = "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the advanced-parameter tier"
        raise AwsError("ValidationException", f"{text} to the standard-parameter tier. If necessary, delete it and create it again.")
    tier = tier or standing or "Standard"
    if length > _LONGEST[tier]:
        text = f"{tier} tier parameters support a maximum parameter value of {_LONGEST[tier]} characters."
        raise AwsError("ValidationException", text)
    if params.get("Policies") and tier == "Standard":
        raise AwsError("InvalidPolicyTypeException", "Parameter policies need the advanced-parameter tier.")
