"""Sharing within the organization: its role, and the trust that comes with it.

https://docs.aws.amazon.com/ram/latest/APIReference/API_EnableSharingWithAwsOrganization.html
https://docs.aws.amazon.com/ram/latest/userguide/security-iam-service-linked-roles.html
"""

from __future__ import annotations

import json
from typing import Any

from ...call import Call
from ...locks import LOCKS
from ...rules import after

_SERVICE, _ROLE = "ram.amazonaws.com", "AWSServiceRoleForResourceAccessManager"
_TRUST = json.dumps(
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": _SERVICE}}]}
)


@after("ram", "EnableSharingWithAwsOrganization")
def trust(call: Call, answer: dict[str, Any]) -> None:
    from moto.iam.models import iam_backends
    from moto.organizations.models import organizations_backends

    with LOCKS["organizations"]:
        organizations_backends[call.account]["aws"].enable_aws_service_access(ServicePrincipal=_SERVICE)
    with LOCKS["iam"]:
        iam = iam_backends[call.account]["aws"]
        if not any(role.name == _ROLE for role in iam.roles.values()):
            iam.create_role(_ROLE, _TRUST, f"/aws-service-role/{_SERVICE}/", None, "", [], "3600", linked_service=_SERVICE)
