"""What a load balancer is set to.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
"""

from ...call import AwsError
from ...rules import before
from . import backend, delivered_logs

_ALL = {
    "deletion_protection.enabled": "false",
    "load_balancing.cross_zone.enabled": "false",
}
_LOGGED = {
    "access_logs.s3.enabled": "false",
    "access_logs.s3.bucket": "",
    "access_logs.s3.prefix": "",
    "ipv6.deny_all_igw_traffic": "false",
    "zonal_shift.config.enabled": "false",
}
_DEFAULTS = {
    "application": {
        **_ALL,
        **_LOGGED,
        "load_balancing.cross_zone.enabled": "true",
        "client_keep_alive.seconds": "3600",
        "connection_logs.s3.enabled": "false",
        "connection_logs.s3.bucket": "",
        "connection_logs.s3.prefix": "",
        "idle_timeout.timeout_seconds": "60",
        "routing.http.desync_mitigation_mode": "defensive",
        "routing.http.drop_invalid_header_fields.enabled": "false",
        "routing.http.preserve_host_header.enabled": "false",
        "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false",
        "routing.http.xff_client_port.enabled": "false",
        "routing.http.xff_header_processing.mode": "append",
        "routing.http2.enabled": "true",
        "waf.fail_open.enabled": "false",
    },
    "network": {
        **_ALL,
        **_LOGGED,
        "dns_record.client_routing_policy": "any_availability_zone",
        "secondary_ips.auto_assigned.per_subnet": "0",
    },
    "gateway": _ALL,
}
_RANGES = {"client_keep_alive.seconds": (60, 604800), "idle_timeout.timeout_seconds": (1, 4000)}
_CHOICES = {
    "dns_record.client_routing_policy": ("availability_zone_affinity", "partial_availability_zone_affinity", "any_availability_zone"),
    "routing.http.desync_mitigation_mode": ("monitor", "defensive", "strictest"),
    "routing.http.xff_header_processing.mode": ("append", "preserve", "remove"),
}


def defaults(kind):
    return dict(_DEFAULTS[kind])


@before("elbv2", "ModifyLoadBalancerAttributes")
def check(call):
    balancer = backend.balancer(call, call.params["LoadBalancerArn"])
    wanted = {attribute["Key"]: attribute.get("Value") or "" for attribute in call.params["Attributes"]}
    for key, value in wanted.items():
        if key not in _DEFAULTS[balancer.type]:
            text = f"Load balancer attribute key '{key}' is not supported on load balancers with type '{balancer.type}'"
            raise AwsError("InvalidConfigurationRequest", text)
        _check_value(key, value)
    for kind in delivered_logs.KINDS:
        if any(key.startswith(f"{kind}.") for key in wanted):
            delivered_logs.check(call, balancer, kind, {**balancer.attrs, **wanted})


def _check_value(key, value):
    if key in _RANGES:
        low, high = _RANGES[key]
        if not value.isdigit() or not low <= int(value) <= high:
            raise AwsError("ValidationError", f"'{key}' value '{value}' must be between '{low}-{high}' inclusive")
    choices = _CHOICES.get(key) or (("true", "false") if key.endswith(("enabled", "deny_all_igw_traffic")) else ())
    if choices and value not in choices:
        raise AwsError("ValidationError", f"'{key}' value '{value}' must be one of [{', '.join(choices)}]")
