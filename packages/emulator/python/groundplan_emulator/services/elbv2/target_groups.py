"""Target groups: health checks, attributes, and which load balancers use them.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
"""

from ...call import AwsError
from ...rules import after, before
from . import backend

_COMMON = {
    "deregistration_delay.timeout_seconds": "300",
    "stickiness.enabled": "false",
    "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
    "target_group_health.dns_failover.minimum_healthy_targets.count": "1",
    "target_group_health.dns_failover.minimum_healthy_targets.percentage": "off",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "off",
}
_APPLICATION = {
    **_COMMON,
    "load_balancing.algorithm.type": "round_robin",
    "load_balancing.algorithm.anomaly_mitigation": "off",
    "slow_start.duration_seconds": "0",
    "stickiness.type": "lb_cookie",
    "stickiness.lb_cookie.duration_seconds": "86400",
    "stickiness.app_cookie.cookie_name": "",
    "stickiness.app_cookie.duration_seconds": "86400",
}
_NETWORK = {
    **_COMMON,
    "deregistration_delay.connection_termination.enabled": "false",
    "preserve_client_ip.enabled": "false",
    "proxy_protocol_v2.enabled": "false",
    "stickiness.type": "source_ip",
    "target_health_state.unhealthy.connection_termination.enabled": "true",
    "target_health_state.unhealthy.draining_interval_seconds": "0",
}
_LAMBDA = {"lambda.multi_value_headers.enabled": "false"}
_RANGES = {
    "deregistration_delay.timeout_seconds": (0, 3600),
    "stickiness.lb_cookie.duration_seconds": (1, 604800),
    "stickiness.app_cookie.duration_seconds": (1, 604800),
}
_SECONDS = (
    ("HealthCheckTimeoutSeconds", "health_check_timeout_seconds", 5),
    ("HealthCheckIntervalSeconds", "health_check_interval_seconds", 30),
)
_ALGORITHMS = ("round_robin", "least_outstanding_requests", "weighted_random")
_SLOW_START = (30, 900)
_LONGEST_DELAY = "3600"


@before("elbv2", "CreateTargetGroup", "ModifyTargetGroup")
def check_health_check(call):
    path = call.params.get("HealthCheckPath")
    if path and not path.startswith("/"):
        raise AwsError("ValidationError", f"Health check path '{path}' must begin with a '/' character")
    group = backend.of(call).target_groups.get(call.params.get("TargetGroupArn"))
    timeout, interval = (int(call.params.get(name) or getattr(group, own, None) or default) for name, own, default in _SECONDS)
    if (group.protocol if group else call.params.get("Protocol")) in ("HTTP", "HTTPS") and timeout >= interval:
        text = f"Health check interval must be greater than the timeout ({interval} is not greater than {timeout})"
        raise AwsError("ValidationError", text)


@after("elbv2", "CreateTargetGroup")
def complete(call, answer):
    shown = answer["TargetGroups"][0]
    group = backend.target_group(call, shown["TargetGroupArn"])
    group.attributes = _defaults(group)
    if group.protocol_version == "GRPC":
        group.matcher = call.params.get("Matcher") or {"GrpcCode": "12"}
        group.health_check_path = call.params.get("HealthCheckPath") or "/AWS.ALB/healthcheck"
        shown.update(Matcher=group.matcher, HealthCheckPath=group.health_check_path)


def _defaults(group):
    if group.target_type == "lambda":
        return dict(_LAMBDA)
    if group.protocol in ("HTTP", "HTTPS"):
        return dict(_APPLICATION)
    # https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation
    preserves = group.target_type == "instance" or group.protocol in ("UDP", "TCP_UDP")
    return {**_NETWORK, "preserve_client_ip.enabled": "true" if preserves else "false"}


@after("elbv2", "ModifyTargetGroup")
def keep_matcher(call, answer):
    """moto knows HTTP's alone."""
    if (call.params.get("Matcher") or {}).get("GrpcCode"):
        backend.target_group(call, call.params["TargetGroupArn"]).matcher = call.params["Matcher"]
        answer["TargetGroups"][0]["Matcher"] = call.params["Matcher"]


@before("elbv2", "ModifyTargetGroupAttributes")
def check_attributes(call):
    group = backend.target_group(call, call.params["TargetGroupArn"])
    given = {attribute["Key"]: attribute.get("Value") or "" for attribute in call.params["Attributes"]}
    for key, value in given.items():
        if key not in _defaults(group):
            text = f"Target group attribute key '{key}' is not supported on target groups with protocol '{group.protocol}'"
            raise AwsError("InvalidConfigurationRequest", text)
        if key in _RANGES and not _RANGES[key][0] <= int(value) <= _RANGES[key][1]:
            low, high = _RANGES[key]
            raise AwsError("ValidationError", f"'{key}' value '{value}' must be between '{low}-{high}' inclusive")
    _check_algorithm({**group.attributes, **given})
    _pass_longest_delay(call, given)


def _check_algorithm(wanted):
    """https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#slow-start-mode"""
    algorithm = wanted.get("load_balancing.algorithm.type", "round_robin")
    slow = int(wanted.get("slow_start.duration_seconds") or 0)
    if algorithm not in _ALGORITHMS:
        raise AwsError("ValidationError", f"'load_balancing.algorithm.type' value '{algorithm}' must be one of [{', '.join(_ALGORITHMS)}]")
    if slow and not _SLOW_START[0] <= slow <= _SLOW_START[1]:
        raise AwsError("ValidationError", f"'slow_start.duration_seconds' value '{slow}' must be 0 or between '30-900' inclusive")
    if slow and algorithm != "round_robin":
        raise AwsError("InvalidConfigurationRequest", f"Slow start mode is not supported with the {algorithm} algorithm")
    if wanted.get("load_balancing.algorithm.anomaly_mitigation") == "on" and algorithm != "weighted_random":
        raise AwsError("InvalidConfigurationRequest", "Anomaly mitigation is supported with the weighted_random algorithm only")


def _pass_longest_delay(call, given):
    """moto refuses the longest delay of all, by one."""
    key = "deregistration_delay.timeout_seconds"
    if given.get(key) == _LONGEST_DELAY:
        call.notes[key] = _LONGEST_DELAY
        call.params["Attributes"] = [attribute for attribute in call.params["Attributes"] if attribute["Key"] != key]


@after("elbv2", "ModifyTargetGroupAttributes")
def keep_longest_delay(call, answer):
    group = backend.target_group(call, call.params["TargetGroupArn"])
    group.attributes.update(call.notes)
    answer["Attributes"] = [{"Key": key, "Value": str(value)} for key, value in group.attributes.items()]


@before("elbv2", "DescribeTargetGroups", "ModifyTargetGroup")
def know_load_balancers(call):
    """moto adds a load balancer with each listener, and never takes one away."""
    link(backend.of(call))


@after("elbv2", "CreateListener", "ModifyListener", "DeleteListener", "CreateRule", "ModifyRule", "DeleteRule", "DeleteLoadBalancer")
def link_now(call, answer):
    """For the rules of other services, that read moto's classes."""
    link(backend.of(call))


def link(balancers):
    used = {arn: set(backend.uses(balancer)) for arn, balancer in balancers.load_balancers.items()}
    for group in balancers.target_groups.values():
        group.load_balancer_arns = [arn for arn, groups in used.items() if group.arn in groups]
