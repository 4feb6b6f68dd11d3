"""Functions: their key, where failed events and logs go, and a role that trusts them.

https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
https://docs.aws.amazon.com/lambda/latest/api/API_DeadLetterConfig.html
"""

from __future__ import annotations

from typing import Any

from ... import roles
from ...call import AwsError, Call
from ...rules import after, before

_KEPT = ("KMSKeyArn", "DeadLetterConfig", "LoggingConfig", "SnapStart")
_LEVELS = ("ApplicationLogLevel", "SystemLogLevel")


def _name(call: Call) -> str:
    """Of a name, a part of an ARN, or an ARN, with or without a qualifier."""
    given: str = call.params["FunctionName"]
    return given.partition(":function:")[2].split(":")[0] if ":function:" in given else given.split(":")[-1 if given.count(":") == 1 else 0]


@before("lambda", "CreateFunction", "UpdateFunctionConfiguration")
def check(call: Call) -> None:
    params = call.params
    logging, target = params.get("LoggingConfig") or {}, (params.get("DeadLetterConfig") or {}).get("TargetArn")
    if logging.get("LogFormat", "Text") == "Text" and any(logging.get(level) for level in _LEVELS):
        raise _invalid("Log levels can be set for the log format JSON alone.")
    if target and target.split(":")[2] not in ("sqs", "sns"):
        raise _invalid(f"The dead letter target {target} is no queue and no topic.")
    if params.get("Role") and roles.refuses(params["Role"], "lambda.amazonaws.com", call.arn(f"function:{_name(call)}")):
        call.refuse(_invalid("The role defined for the function cannot be assumed by Lambda."))


def _invalid(text: str) -> AwsError:
    return AwsError("InvalidParameterValueException", text)


@after("lambda", "CreateFunction", "UpdateFunctionConfiguration")
def keep(call: Call, answer: dict[str, Any]) -> None:
    kept = call.kind("function").setdefault(_name(call), {})
    kept.update({name: call.params[name] for name in _KEPT if call.params.get(name) is not None})
    _fill(call, answer)


@after("lambda", "GetFunction")
def show(call: Call, answer: dict[str, Any]) -> None:
    _fill(call, answer["Configuration"])


@after("lambda", "GetFunctionConfiguration")
def show_configuration(call: Call, answer: dict[str, Any]) -> None:
    _fill(call, answer)


def _fill(call: Call, shown: dict[str, Any]) -> None:
    kept = call.kind("function").get(_name(call), {})
    shown.update({name: kept[name] for name in ("KMSKeyArn", "DeadLetterConfig") if kept.get(name)})
    if not (kept.get("DeadLetterConfig") or {}).get("TargetArn"):
        shown.pop("DeadLetterConfig", None)
    logging = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{_name(call)}", **(kept.get("LoggingConfig") or {})}
    levels = dict.fromkeys(_LEVELS, "INFO") if logging["LogFormat"] == "JSON" else {}
    shown["LoggingConfig"] = {**levels, **{name: value for name, value in logging.items() if value}}


@after("lambda", "DeleteFunction")
def forget(call: Call, answer: dict[str, Any]) -> None:
    if not call.params.get("Qualifier"):
        call.kind("function").pop(_name(call), None)
