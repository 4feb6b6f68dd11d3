"""The actions of listeners and rules, in the form in which AWS shows them.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
"""

from ...call import AwsError
from . import backend

_GROUPS_PER_ACTION, _HEAVIEST = 5, 999
_REDIRECT = {"Protocol": "#{protocol}", "Port": "#{port}", "Host": "#{host}", "Path": "/#{path}", "Query": "#{query}"}
_SESSION = {"Scope": "openid", "SessionCookieName": "AWSELBAuthSessionCookie", "SessionTimeout": 604800}
_AUTHENTICATION = {**_SESSION, "OnUnauthenticatedRequest": "authenticate"}


def complete(call, balancer, actions):
    """Changes the actions of a call: checked, and with the defaults that AWS puts in."""
    for position, action in enumerate(actions, 1):
        action.setdefault("Order", position)
        if action["Type"] == "forward":
            _complete_forward(call, balancer, action)
        elif action["Type"] == "redirect":
            action["RedirectConfig"] = {**_REDIRECT, **action.get("RedirectConfig", {})}
        for kind in ("AuthenticateOidcConfig", "AuthenticateCognitoConfig"):
            if kind in action:
                action[kind] = {**_AUTHENTICATION, **action[kind]}


def refuse_loop(actions, protocol, port):
    """A redirect to the very listener that it is at, with nothing of the path changed."""
    there = {**_REDIRECT, "Protocol": protocol, "Port": str(port)}
    for action in actions:
        config = action.get("RedirectConfig") or {}
        if action["Type"] == "redirect" and all(config.get(name) in (value, there[name]) for name, value in _REDIRECT.items()):
            raise AwsError("InvalidLoadBalancerAction", "The redirect configuration is not valid because it creates a loop.")


def _complete_forward(call, balancer, action):
    """One group is shown both as TargetGroupArn and in ForwardConfig, several are in ForwardConfig alone."""
    config = action.get("ForwardConfig") or {"TargetGroups": [{"TargetGroupArn": action.get("TargetGroupArn")}]}
    groups = [{"Weight": 1, **group} for group in config.get("TargetGroups") or []]
    arns = [group["TargetGroupArn"] for group in groups]
    if action.get("TargetGroupArn") not in (None, *arns):
        raise AwsError("ValidationError", "A target group ARN must be the only one of the forward configuration if both are specified")
    if not 1 <= len(groups) <= _GROUPS_PER_ACTION or len(set(arns)) != len(arns):
        raise AwsError("ValidationError", f"A forward action must have 1 to {_GROUPS_PER_ACTION} different target groups")
    if any(not 0 <= group["Weight"] <= _HEAVIEST for group in groups):
        raise AwsError("ValidationError", f"The weight of a target group must be between 0 and {_HEAVIEST}")
    for arn in arns:
        _check_group(call, balancer, arn)
    stickiness = config.get("TargetGroupStickinessConfig") or {"Enabled": False}
    action["ForwardConfig"] = {"TargetGroups": groups, "TargetGroupStickinessConfig": stickiness}
    action.pop("TargetGroupArn", None)
    if len(groups) == 1:
        action["TargetGroupArn"] = arns[0]


def _check_group(call, balancer, arn):
    group = backend.of(call).target_groups.get(arn)
    if group is None:
        raise AwsError("TargetGroupNotFound", f"Target group '{arn}' not found")
    if group.target_type != "lambda" and group.vpc_id != balancer.vpc_id:
        raise AwsError("InvalidConfigurationRequest", f"Target group '{arn}' and load balancer '{balancer.arn}' are in different VPCs")
    if group.target_type != "lambda" and (group.protocol in ("HTTP", "HTTPS")) != (balancer.type == "application"):
        text = f"The target group '{arn}' with protocol '{group.protocol}' cannot be used by a load balancer of type '{balancer.type}'"
        raise AwsError("IncompatibleProtocols", text)
    others = (other for other in backend.of(call).load_balancers.values() if other is not balancer)
    if any(arn in backend.uses(other) for other in others):
        text = f"The following target groups cannot be associated with more than one load balancer: {arn}"
        raise AwsError("TargetGroupAssociationLimit", text)


def conceal_secrets(actions):
    """A client's secret is never shown."""
    for action in actions:
        (action.get("AuthenticateOidcConfig") or {}).pop("ClientSecret", None)
