"""Alarms on a metric, on math, and on an expected band.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html
"""

from ...call import AwsError
from ...rules import after, before
from . import backend

_SHORT_PERIODS = (10, 20, 30)
_MINUTE, _HOUR, _DAY, _WEEK = 60, 3600, 86400, 604800
_BAND_OPERATORS = ("LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold")


@before("cloudwatch", "PutMetricAlarm")
def check(call):
    params = call.params
    backend.check_actions(call)
    ways = [name for name in ("Metrics", "MetricName") if params.get(name)]
    if len(ways) != 1:
        raise AwsError("ValidationError", "Exactly one of MetricName and Metrics must be specified.")
    if params.get("MetricName") and bool(params.get("Statistic")) == bool(params.get("ExtendedStatistic")):
        raise AwsError("ValidationError", "Exactly one of Statistic and ExtendedStatistic must be specified.")
    if params.get("Metrics") and any(params.get(name) for name in ("Statistic", "ExtendedStatistic", "Period", "Dimensions", "Namespace")):
        raise AwsError("ValidationError", "Metrics list cannot be specified together with Namespace, Dimensions, Period or a statistic.")
    _check_threshold(params)
    _check_time(params)
    previous = backend.of(call).alarms.get(params["AlarmName"])
    call.notes["state"] = previous and (previous.state_value, previous.state_reason)
    if previous is not None:
        params.pop("Tags", None)  # they are those of the alarm's creation


def _check_threshold(params):
    """A band is a metric of its own, and both it and what it is about are returned."""
    operator, band = params["ComparisonOperator"], params.get("ThresholdMetricId")
    if (params.get("Threshold") is None) == (band is None):
        raise AwsError("ValidationError", "Exactly one of Threshold and ThresholdMetricId must be specified.")
    if (operator in _BAND_OPERATORS) != (band is not None):
        kind = "a band" if band else "a static threshold"
        raise AwsError("ValidationError", f"ComparisonOperator {operator} does not fit an alarm with {kind}.")
    queries = params.get("Metrics") or []
    if not queries:
        return
    returned = [query["Id"] for query in queries if query.get("ReturnData", True)]
    if band is not None and band not in [query["Id"] for query in queries if "ANOMALY_DETECTION_BAND" in (query.get("Expression") or "")]:
        raise AwsError("ValidationError", "ThresholdMetricId must be the id of an ANOMALY_DETECTION_BAND function.")
    wanted = 1 if band is None else 2
    if len(returned) != wanted:
        raise AwsError("ValidationError", f"Exactly {wanted} element(s) of the metrics list should return data.")


def _check_time(params):
    queries = params.get("Metrics") or []
    periods = [params.get("Period")] + [query.get("Period") or (query.get("MetricStat") or {}).get("Period") for query in queries]
    periods = [int(period) for period in periods if period is not None]
    for period in periods:
        if period not in _SHORT_PERIODS and (period < _MINUTE or period % _MINUTE):
            raise AwsError("ValidationError", "The parameter Period must be 10, 20, 30 or a multiple of 60.")
    evaluations, points = int(params["EvaluationPeriods"]), params.get("DatapointsToAlarm")
    if points is not None and int(points) > evaluations:
        raise AwsError("ValidationError", "DatapointsToAlarm must be less than or equal to EvaluationPeriods.")
    longest = max(periods, default=0)
    limit = _WEEK if longest >= _HOUR else _DAY
    if longest * evaluations > limit:
        text = f"Metrics cannot be checked across more than {'a week' if limit == _WEEK else 'a day'}"
        raise AwsError("ValidationError", f"{text} (EvaluationPeriods * Period must be <= {limit}).")


@after("cloudwatch", "PutMetricAlarm")
def keep_state(call, answer):
    """A new alarm has no data yet; a changed one is as it was."""
    alarm = backend.of(call).alarms[call.params["AlarmName"]]
    alarm.state_value, alarm.state_reason = call.notes["state"] or ("INSUFFICIENT_DATA", "Unchecked: Initial alarm creation")


@after("cloudwatch", "DescribeAlarms")
def show(call, answer):
    for alarm in answer.get("MetricAlarms", []):
        for name in backend.ACTIONS:
            alarm.setdefault(name, [])
        if alarm.get("Metrics"):
            alarm.pop("Dimensions", None)
            for query in alarm["Metrics"]:
                query.setdefault("ReturnData", True)
