"""Metric filters: a name is one filter of its group, which a second put changes; moto keeps both.

https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
"""

from ...call import AwsError
from ...rules import after, before

_LIMIT = 100


def _backend(call):
    from moto.logs.models import logs_backends

    return logs_backends[call.account][call.region]


@before("logs", "PutMetricFilter")
def check(call):
    group, name = call.params["logGroupName"], call.params["filterName"]
    if group not in _backend(call).groups:
        raise AwsError("ResourceNotFoundException", "The specified log group does not exist.")
    kept = _backend(call).filters.metric_filters
    others = {one["filterName"] for one in kept if one["logGroupName"] == group} - {name}
    if len(others) >= _LIMIT:
        raise AwsError("LimitExceededException", f"Resource limit exceeded: {_LIMIT} metric filters for a log group.")
    for one in call.params["metricTransformations"]:
        if one.get("dimensions") and one.get("defaultValue") is not None:
            raise AwsError(
                "InvalidParameterException", "Invalid metric transformation: dimensions and default value are mutually exclusive."
            )


@after("logs", "PutMetricFilter")
def replace(call, answer):
    wanted = (call.params["logGroupName"], call.params["filterName"])
    kept = _backend(call).filters.metric_filters
    older = [one for one in kept if (one["logGroupName"], one["filterName"]) == wanted][:-1]
    kept[:] = [one for one in kept if not any(one is gone for gone in older)]


@before("logs", "DeleteMetricFilter")
def check_there(call):
    wanted = (call.params["logGroupName"], call.params["filterName"])
    if not any((one["logGroupName"], one["filterName"]) == wanted for one in _backend(call).filters.metric_filters):
        raise AwsError("ResourceNotFoundException", "The specified metric filter does not exist.")


@after("logs", "DeleteLogGroup")
def forget(call, answer):
    kept = _backend(call).filters.metric_filters
    kept[:] = [one for one in kept if one["logGroupName"] != call.params["logGroupName"]]
