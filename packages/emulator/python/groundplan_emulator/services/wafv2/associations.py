"""Who uses what: lists on resources, and sets and groups in rules.

https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html
https://docs.aws.amazon.com/waf/latest/APIReference/API_DeleteWebACL.html
https://docs.aws.amazon.com/waf/latest/APIReference/API_DeleteIPSet.html
"""

from ...call import AwsError
from ...rules import after, before
from ..cloudfront import uses
from . import backend

_IN_USE = (
    "AWS WAF couldn't perform the operation because your resource is being used by another resource "
    "or it's associated with another resource."
)


@before("wafv2", "AssociateWebACL")
def check(call):
    acl, resource = call.params["WebACLArn"], call.params["ResourceArn"]
    if backend.scope_of(acl) == "CLOUDFRONT":
        raise backend.invalid("A web ACL for CloudFront is named by the distribution.", "WEB_ACL", acl)
    if acl not in backend.of(call).wacls:
        raise backend.missing(acl)
    if ":loadbalancer/" in resource and resource not in _balancers(call):
        raise backend.missing(resource)
    if ":loadbalancer/" in resource and "/app/" not in resource:
        raise backend.invalid("The resource must be an application load balancer.", "RESOURCE_ARN", resource)
    # a resource has one list: the new takes the old one's place
    for other in backend.of(call).wacls.values():
        other.associated_resources = [arn for arn in other.associated_resources if arn != resource]


def _balancers(call):
    from moto.elbv2.models import elbv2_backends

    return elbv2_backends[call.account][call.region].load_balancers


@before("wafv2", "DeleteWebACL")
def refuse_associated(call):
    acl = _named(backend.of(call).wacls, call)
    if acl is not None and (acl.associated_resources or uses.by(call.account, "WebACLId", acl.arn)):
        raise AwsError("WAFAssociatedItemException", _IN_USE)
    call.notes["arn"] = acl and acl.arn


@after("wafv2", "DeleteWebACL")
def forget_logging(call, answer):
    for scope in ("REGIONAL", "CLOUDFRONT"):
        backend.of(call, scope).logging_configurations.pop(call.notes["arn"], None)


@before("wafv2", "DeleteIPSet", "DeleteRegexPatternSet", "DeleteRuleGroup")
def refuse_used(call):
    for held in backend.kinds(backend.of(call)).values():
        found = _named(held, call)
        if found is not None and backend.users(backend.of(call), found.arn):
            raise AwsError("WAFAssociatedItemException", _IN_USE)


def _named(held, call):
    return next((one for one in held.values() if one.arn.endswith(f"/{call.params['Name']}/{call.params['Id']}")), None)
