"""What a share holds and whom it serves, once it stands; moto knows only what it was made with.

The first look at an association shows it on its way.

https://docs.aws.amazon.com/ram/latest/APIReference/API_AssociateResourceShare.html
https://docs.aws.amazon.com/ram/latest/APIReference/API_DisassociateResourceShare.html
https://docs.aws.amazon.com/ram/latest/APIReference/API_ResourceShareAssociation.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError, Call
from ...rules import stub

_PRINCIPAL = re.compile(r"^(\d{12}|arn:aws:iam::\d{12}:(root|role/.+|user/.+)|[a-z0-9-]+\.amazonaws\.com)$")
_OF_ORGANIZATION = re.compile(r"^arn:aws:organizations::\d{12}:(organization|ou)/")


def share(call: Call) -> Any:
    from moto.ram.models import ram_backends

    wanted = call.params["resourceShareArn"]
    standing = ram_backends[call.account][call.region].resource_shares
    found = next((one for one in standing if one.arn == wanted and one.status == "ACTIVE"), None)
    if found is None:
        raise AwsError("UnknownResourceException", f"ResourceShare {wanted} could not be found.")
    return found


@stub("ram", "AssociateResourceShare", "DisassociateResourceShare")
def associate(call: Call) -> dict[str, Any]:
    found, params = share(call), call.params
    principals, resources = params.get("principals") or [], params.get("resourceArns") or []
    comes = call.operation == "AssociateResourceShare"
    if comes:
        for principal in principals:
            _check_principal(call, found, principal)
        for resource in resources:
            _check_resource(found, resource)
    for wanted, kept in ((principals, found.principals), (resources, found.resource_arns)):
        for entity in wanted:
            if comes and entity not in kept:
                kept.append(entity)
            elif not comes and entity in kept:
                kept.remove(entity)
    kinds = [("PRINCIPAL", one) for one in principals] + [("RESOURCE", one) for one in resources]
    status = "ASSOCIATING" if comes else "DISASSOCIATING"
    shown = {"resourceShareArn": found.arn, "resourceShareName": found.name, "status": status, "external": False}
    return {"resourceShareAssociations": [{**shown, "associationType": kind, "associatedEntity": entity} for kind, entity in kinds]}


def _check_principal(call: Call, found: Any, principal: str) -> None:
    if _OF_ORGANIZATION.match(principal):
        if principal not in _organization(call):
            raise AwsError("UnknownResourceException", f"{principal} could not be found in the organization.")
    elif not _PRINCIPAL.match(principal):
        raise AwsError("InvalidParameterException", f"Principal ID {principal} is malformed. Verify the ID and try again.")
    elif not found.allow_external_principals and principal.isdigit() and principal not in _accounts(call):
        raise AwsError("OperationNotPermittedException", f"The resource share does not allow external principals: {principal}")


def _check_resource(found: Any, resource: str) -> None:
    kind = re.match(r"^arn:aws:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:([a-z-]+)[/:].*$", resource)
    if kind is None:
        raise AwsError("MalformedArnException", f"The specified resource ARN {resource} is not valid. Verify the ARN and try again.")
    if kind[1] not in found.SHAREABLE_RESOURCES:
        raise AwsError("MalformedArnException", "You cannot share the selected resource type.")


def _backend(call: Call) -> Any:
    from moto.organizations.models import organizations_backends

    return organizations_backends[organizations_backends.master_accounts.get(call.account, (call.account,))[0]]["aws"]


def _organization(call: Call) -> list[str]:
    backend = _backend(call)
    return [] if backend.org is None else [backend.org.arn, *(unit.arn for unit in backend.ou)]


def _accounts(call: Call) -> list[str]:
    return [account.id for account in _backend(call).accounts]
