"""Organizations' classes in moto."""

from moto.organizations import utils
from moto.organizations.exceptions import PolicyTypeAlreadyEnabledException
from moto.organizations.models import FakeDelegatedAdministrator, FakePolicy, FakeRoot

from ..mend import mend

#: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_reference_arns.html, as the kind stands in an ARN
_MORE_TYPES = {
    "BACKUP_POLICY": "backup_policy",
    "CHATBOT_POLICY": "chatbot_policy",
    "DECLARATIVE_POLICY_EC2": "declarative_policy_ec2",
    "SECURITYHUB_POLICY": "securityhub_policy",
}

#: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services_list.html, those that delegate
_DELEGATING = frozenset(
    f"{name}.amazonaws.com"
    for name in (
        *("access-analyzer", "account", "agreement-management", "auditmanager", "backup", "cloudtrail", "compute-optimizer", "config"),
        *("config-multiaccountsetup", "cost-optimization-hub.bcm", "detective", "devops-guru", "ds", "fms", "guardduty", "health"),
        *("iam", "inspector2", "ipam", "license-manager", "macie", "malware-protection.guardduty", "member.org.stacksets.cloudformation"),
        *(
            "networkmanager",
            "notifications",
            "q",
            "reachabilityanalyzer.networkinsights",
            "reporting.trustedadvisor",
            "resource-explorer-2",
        ),
        *("securityhub", "securitylake", "servicecatalog", "ssm", "ssm-quicksetup", "sso", "stacksets.cloudformation", "storage-lens.s3"),
        *("tagpolicies.tag", "user-subscriptions", "vpc-lattice", "wellarchitected"),
    )
)


@mend(
    FakePolicy,
    "supported_policy_type",
    source="0ae9b332cedd",
    operations={"organizations": ["CreatePolicy", "ListPolicies", "ListPoliciesForTarget"]},
)
def more_types(original):
    """https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies.html"""
    return staticmethod(lambda policy_type: original.__func__(policy_type) or policy_type in _MORE_TYPES)


@mend(FakePolicy, "__init__", source="63cf1f77d7eb", operations={"organizations": ["CreatePolicy"]})
def policies_of_more_types(original):
    """moto knows no ARN for them."""

    def __init__(self, organization, **kwargs):
        kind = kwargs.get("Type", "")
        original(self, organization, **{**kwargs, "Type": "TAG_POLICY" if kind in _MORE_TYPES else kind})
        self.type = kind
        if kind in _MORE_TYPES:
            self._arn_format = utils.TAG_POLICY_ARN_FORMAT.replace("tag_policy", _MORE_TYPES[kind])

    return __init__


@mend(FakeRoot, "add_policy_type", source="2ad417b6390e", operations={"organizations": ["EnablePolicyType"]})
def more_types_of_a_root(original):
    def add_policy_type(self, policy_type):
        if policy_type not in _MORE_TYPES:
            return original(self, policy_type)
        if any(kind["Type"] == policy_type for kind in self.policy_types):
            raise PolicyTypeAlreadyEnabledException
        return self.policy_types.append({"Type": policy_type, "Status": "ENABLED"})

    return add_policy_type


@mend(
    FakeDelegatedAdministrator, "supported_service", source="f08ca8682413", operations={"organizations": ["RegisterDelegatedAdministrator"]}
)
def services_that_delegate(original):
    """moto knows six."""
    return staticmethod(lambda service_principal: service_principal in _DELEGATING)
