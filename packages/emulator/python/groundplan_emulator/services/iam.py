"""IAM: trust policies that AWS would not take.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from ..call import AwsError
from ..documents import statements
from ..rules import before, stub


@before("iam", "CreateRole", "UpdateAssumeRolePolicy")
def check_trust(call):
    document = call.params.get("AssumeRolePolicyDocument") or call.params.get("PolicyDocument") or ""
    found = statements(document)
    if not found:
        raise AwsError("MalformedPolicyDocument", "This policy contains invalid Json or no statement")
    for statement in found:
        if "Principal" not in statement and "NotPrincipal" not in statement:
            raise AwsError("MalformedPolicyDocument", "Missing required field Principal")
        if "Resource" in statement or "NotResource" in statement:
            raise AwsError("MalformedPolicyDocument", "Has prohibited field Resource")


@stub("iam", "ListServiceSpecificCredentials")
def no_credentials_of_services(call):
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html: none can be made here."""
    return {"ServiceSpecificCredentials": []}
