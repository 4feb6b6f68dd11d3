"""moto's own CloudWatch, for rules that must look at what stands."""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call

ACTIONS = ("AlarmActions", "OKActions", "InsufficientDataActions")
_ACTIONS_PER_STATE = 5


def of(call: Call) -> Any:
    from moto.cloudwatch.models import cloudwatch_backends

    return cloudwatch_backends[call.account][call.region]


def check_actions(call: Call) -> None:
    """Whether their targets exist is not looked at, but they must be in the alarm's region.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html (AlarmActions)
    """
    for name in ACTIONS:
        actions = call.params.get(name) or []
        if len(actions) > _ACTIONS_PER_STATE:
            raise AwsError("ValidationError", f"The collection {name} must have no more than {_ACTIONS_PER_STATE} entries.")
        for action in actions:
            parts = action.split(":")
            if len(parts) < 6 or parts[0] != "arn":
                raise AwsError("ValidationError", f"Invalid arn syntax: {action}")
            if parts[2] in ("sns", "lambda", "autoscaling") and parts[3] != call.region:
                raise AwsError("ValidationError", f"Invalid region {parts[3]} specified. Only {call.region} is supported.")


def composites(call: Call) -> dict[str, dict[str, Any]]:
    return call.kind("composite alarm")
