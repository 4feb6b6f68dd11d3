"""Trust policies that AWS would not take, and documents that are too long.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
"""

import re

from ...call import AwsError
from ...documents import statements
from ...rules import before

#: characters, white space not counted; a role's own policies all together
_TRUST, _MANAGED, _OWN = 2048, 6144, 10240


@before("iam", "CreateRole", "UpdateAssumeRolePolicy")
def check_trust(call):
    document = call.params.get("AssumeRolePolicyDocument") or call.params.get("PolicyDocument") or ""
    if _length(document) > _TRUST:
        raise AwsError("LimitExceeded", f"Cannot exceed quota for ACLSizePerRole: {_TRUST}", 409)
    found = statements(document)
    if not found:
        raise AwsError("MalformedPolicyDocument", "This policy contains invalid Json or no statement")
    for statement in found:
        if "Principal" not in statement and "NotPrincipal" not in statement:
            raise AwsError("MalformedPolicyDocument", "Missing required field Principal")
        if "Resource" in statement or "NotResource" in statement:
            raise AwsError("MalformedPolicyDocument", "Has prohibited field Resource")


def _length(document):
    return len(re.sub(r"\s", "", document))


@before("iam", "CreatePolicy", "CreatePolicyVersion")
def check_managed(call):
    if _length(call.params["PolicyDocument"]) > _MANAGED:
        raise AwsError("LimitExceeded", f"Cannot exceed quota for PolicySize: {_MANAGED}", 409)


@before("iam", "PutRolePolicy")
def check_own(call):
    from moto.iam.models import iam_backends

    name = call.params["RoleName"]
    role = next((one for one in iam_backends[call.account]["aws"].roles.values() if one.name == name), None)
    if role is None:
        return
    documents = {**role.policies, call.params["PolicyName"]: call.params["PolicyDocument"]}
    if sum(_length(document) for document in documents.values()) > _OWN:
        raise AwsError("LimitExceeded", f"Maximum policy size of {_OWN} bytes exceeded for role {name}", 409)
