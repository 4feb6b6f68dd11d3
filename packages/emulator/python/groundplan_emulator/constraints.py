"""What the API's own model says of a parameter: its length, its range, its pattern, its choices. AWS looks at these before all else.

https://smithy.io/2.0/spec/constraint-traits.html
https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html (ValidationError)
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/CommonErrors.html (ValidationException)
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from botocore.model import OperationModel, Shape

from .call import AwsError

#: the services whose models say it, by what they call a refusal
_CODES = {
    "accessanalyzer": "ValidationException",
    "account": "ValidationException",
    "acm": "ValidationException",
    "application-autoscaling": "ValidationException",
    "autoscaling": "ValidationError",
    "budgets": "InvalidParameterException",
    "chatbot": "InvalidParameterException",
    "cloudfront": "InvalidArgument",
    "cloudfront-keyvaluestore": "ValidationException",
    "cloudwatch": "ValidationError",
    "codedeploy": "ValidationException",
    "config": "ValidationException",
    "ecr": "InvalidParameterException",
    "ecs": "InvalidParameterException",
    "efs": "ValidationException",
    "elbv2": "ValidationError",
    "events": "ValidationException",
    "guardduty": "BadRequestException",
    "iam": "ValidationError",
    "kms": "ValidationException",
    "lambda": "ValidationException",
    "logs": "InvalidParameterException",
    "organizations": "InvalidInputException",
    "route53": "InvalidInput",
    "scheduler": "ValidationException",
    "secretsmanager": "ValidationException",
    "servicediscovery": "InvalidInput",
    "sns": "InvalidParameter",
    "ssm": "ValidationException",
    "sso-admin": "ValidationException",
    "wafv2": "ValidationException",
    "xray": "InvalidRequestException",
}

#: Java's classes of characters, as nearly as Python has them, and never narrower; a pattern with others is not looked at
_CLASSES = {r"\p{L}": r"\w", r"\p{N}": r"\d", r"\p{Z}": r"\s", r"\p{Zs}": r"\s"}

#: what AWS makes itself and moto makes otherwise: its form is not looked at
_MADE = re.compile(r"(id|arn|token)s?(\.\d+\.member)?$", re.IGNORECASE)


def known(service: str) -> bool:
    return service in _CODES


def check(service: str, operation: OperationModel, params: dict[str, Any]) -> None:
    found = list(_problems(operation.input_shape, params, "")) if operation.input_shape is not None else []
    if found:
        count = f"{len(found)} validation error{'s' if len(found) > 1 else ''} detected"
        raise AwsError(_CODES[service], f"{count}: {'; '.join(found)}")


def _problems(shape: Shape, value: Any, place: str) -> Iterator[str]:
    """Secrets are not repeated, and nothing that could hold one."""
    if value is None:
        return
    for problem in [*_of_value(shape, value), *([] if _MADE.search(place) else _of_form(shape, value))]:
        shown = f" '{value}'" if isinstance(value, str | int | float) and not shape.metadata.get("sensitive") else ""
        yield f"Value{shown} at '{place}' failed to satisfy constraint: {problem}"
    if shape.type_name == "structure" and isinstance(value, dict):
        for name, member in shape.members.items():
            yield from _problems(member, value.get(name), f"{place}{'.' if place else ''}{name[:1].lower()}{name[1:]}")
    elif shape.type_name == "list" and isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _problems(shape.member, item, f"{place}.{number}.member")
    elif shape.type_name == "map" and isinstance(value, dict):
        for key, item in value.items():
            yield from _problems(shape.key, key, f"{place}.key")
            yield from _problems(shape.value, item, f"{place}.{key}.value")


def _of_value(shape: Shape, value: Any) -> Iterator[str]:
    limits, kind = shape.metadata, shape.type_name
    if kind in ("integer", "long", "float", "double"):
        yield from _outside(limits, value, "Member must have value {} than or equal to {}")
    elif isinstance(value, str | list | dict):
        yield from _outside(limits, len(value), "Member must have length {} than or equal to {}")


def _of_form(shape: Shape, value: Any) -> Iterator[str]:
    limits = shape.metadata
    if not isinstance(value, str):
        return
    if limits.get("enum") and value not in limits["enum"]:
        yield f"Member must satisfy enum value set: [{', '.join(limits['enum'])}]"
    pattern = _pattern(limits.get("pattern") or "")
    if pattern is not None and not pattern.fullmatch(value):
        yield f"Member must satisfy regular expression pattern: {limits['pattern']}"


def _outside(limits: dict[str, Any], found: Any, text: str) -> Iterator[str]:
    if not isinstance(found, int | float):
        return
    if limits.get("min") is not None and found < limits["min"]:
        yield text.format("greater", limits["min"])
    if limits.get("max") is not None and found > limits["max"]:
        yield text.format("less", limits["max"])


@functools.cache
def _pattern(text: str) -> re.Pattern[str] | None:
    """None where there is none, or where Python cannot read it."""
    for java, python in _CLASSES.items():
        text = text.replace(java, python)
    try:
        return re.compile(text) if text else None
    except re.error:
        return None
