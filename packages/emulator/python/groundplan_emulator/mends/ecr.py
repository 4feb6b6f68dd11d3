"""Images of another account's registry: moto looks for them in the caller's own.

https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
"""

import json

from moto.ecr.models import ECRBackend, ecr_backends

from ..call import AwsError
from ..mend import mend


def _of_any_registry(operation):
    def make(original):
        def read(self, repository_name, registry_id=None, image_ids=None):
            if registry_id in (None, self.account_id):
                return original(self, repository_name, registry_id, image_ids)
            other = ecr_backends[registry_id][self.region_name]
            repository = other.repositories.get(repository_name)
            if repository is not None and not _lets_in(repository.policy, self.account_id, operation):
                resource = f"arn:aws:ecr:{self.region_name}:{registry_id}:repository/{repository_name}"
                text = f"is not authorized to perform: ecr:{operation} on resource: {resource} because no resource-based policy allows it"
                raise AwsError("AccessDeniedException", f"User: arn:aws:iam::{self.account_id}:root {text}")
            return original(other, repository_name, registry_id, image_ids)

        return read

    return make


def _lets_in(policy, account, operation):
    """Whether a statement names the account and the action; its conditions are not looked at."""
    statements = json.loads(policy or "{}").get("Statement", [])
    for statement in statements if isinstance(statements, list) else [statements]:
        principal = statement.get("Principal")
        named = _listed(principal.get("AWS", []) if isinstance(principal, dict) else principal)
        everyone = {"*", account, f"arn:aws:iam::{account}:root"}
        actions = {f"ecr:{operation}", "ecr:*", "*"}
        if statement.get("Effect") == "Allow" and everyone & named and actions & _listed(statement.get("Action")):
            return True
    return False


def _listed(value):
    return set(value) if isinstance(value, list) else {value}


mend(ECRBackend, "describe_images", source="ba61c78a8aae", operations={"ecr": ["DescribeImages"]})(_of_any_registry("DescribeImages"))
mend(ECRBackend, "batch_get_image", source="e2910a2261f6", operations={"ecr": ["BatchGetImage"]})(_of_any_registry("BatchGetImage"))
