"""EventBridge Scheduler: expressions, targets and roles that it would not take.

https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html
https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html (the source is the group's ARN)
https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteScheduleGroup.html
"""

import re
import zoneinfo

from .. import roles
from ..call import AwsError
from ..rules import after, before

_RATE = re.compile(r"^rate\((\d+) (minutes?|hours?|days?)\)$")
_AT = re.compile(r"^at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\)$")
_CRON = re.compile(r"^cron\((\S+ ){5}\S+\)$")
_DEFAULT = "default"


@before("scheduler", "CreateSchedule", "UpdateSchedule")
def check_schedule(call):
    params = call.params
    _check_group(call, params.get("GroupName") or _DEFAULT)
    _check_expression(params["ScheduleExpression"])
    zone = params.get("ScheduleExpressionTimezone")
    if zone and zone not in zoneinfo.available_timezones():
        raise AwsError("ValidationException", f"Invalid Schedule Expression Timezone {zone}.")
    window = params["FlexibleTimeWindow"]
    minutes = window.get("MaximumWindowInMinutes")
    if (window["Mode"] == "FLEXIBLE") != (minutes is not None):
        raise AwsError("ValidationException", "MaximumWindowInMinutes is required for the mode FLEXIBLE, and for no other.")
    _check_target(call, params["Target"])


def _check_group(call, name):
    if name not in _backend(call).schedule_groups:
        raise AwsError("ResourceNotFoundException", f"Schedule group {name} does not exist.", 404)


def _check_expression(text):
    rate = _RATE.match(text)
    singular = rate is not None and not rate[2].endswith("s")
    if rate is not None and (int(rate[1]) == 0 or singular != (int(rate[1]) == 1)):
        rate = None
    cron = _CRON.match(text)
    if cron is not None:
        of_month, of_week = text[5:-1].split()[2], text[5:-1].split()[4]
        if (of_month == "?") == (of_week == "?"):  # one of the two must be given, and one only
            cron = None
    if rate is None and cron is None and not _AT.match(text):
        raise AwsError("ValidationException", f"Invalid Schedule Expression {text}.")


def _check_target(call, target):
    group = call.arn(f"schedule-group/{call.params.get('GroupName') or _DEFAULT}")
    if roles.refuses(target["RoleArn"], "scheduler.amazonaws.com", group):
        text = "The execution role you provide must allow AWS EventBridge Scheduler to assume the role."
        call.refuse(AwsError("ValidationException", text))
    if re.match(r"^arn:[^:]+:ecs:[^:]+:\d+:cluster/", target["Arn"]) and not target.get("EcsParameters"):
        raise AwsError("ValidationException", "EcsParameters is required for the target of an ECS cluster.")
    parameters = target.get("EcsParameters") or {}
    if parameters.get("LaunchType") and parameters.get("CapacityProviderStrategy"):
        raise AwsError("ValidationException", "LaunchType and CapacityProviderStrategy cannot both be given.")
    if parameters.get("LaunchType") == "FARGATE" and not parameters.get("NetworkConfiguration"):
        raise AwsError("ValidationException", "NetworkConfiguration is required for the launch type FARGATE.")


@after("scheduler", "UpdateSchedule")
def keep_action_after_completion(call, answer):
    group = _backend(call).schedule_groups[call.params.get("GroupName") or _DEFAULT]
    group.schedules[call.params["Name"]].action_after_completion = call.params.get("ActionAfterCompletion") or "NONE"


@before("scheduler", "CreateScheduleGroup")
def refuse_known_group(call):
    if call.params["Name"] in _backend(call).schedule_groups:
        raise AwsError("ConflictException", f"Schedule group {call.params['Name']} already exists.", 409)


@before("scheduler", "DeleteScheduleGroup")
def check_group_to_delete(call):
    if call.params["Name"] == _DEFAULT:
        raise AwsError("ValidationException", "The default schedule group cannot be deleted.")
    _check_group(call, call.params["Name"])


def _backend(call):
    from moto.scheduler.models import scheduler_backends

    return scheduler_backends[call.account][call.region]
