"""The template of a conformance pack, as far as its rules need it: parameters, conditions, and CloudFormation's short forms.

https://docs.aws.amazon.com/config/latest/developerguide/custom-conformance-pack.html
https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
"""

from __future__ import annotations

import json
from typing import Any

import yaml

from ...call import AwsError, Call

_ALLOWED = ("AWS::Config::ConfigRule", "AWS::Config::RemediationConfiguration")
_GONE = object()


class _Loader(yaml.SafeLoader):
    pass


def _short_form(loader: Any, suffix: str, node: Any) -> dict[str, Any]:
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    else:
        make = loader.construct_sequence if isinstance(node, yaml.SequenceNode) else loader.construct_mapping
        value = make(node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


_Loader.add_multi_constructor("!", _short_form)


def refuse(text: str) -> AwsError:
    return AwsError("ConformancePackTemplateValidationException", text)


def rules(call: Call, body: str, given: dict[str, str]) -> list[dict[str, Any]]:
    """The properties of each rule of the template, its parameters filled in."""
    template = _parsed(call, body)
    values = _values(template.get("Parameters") or {}, given)
    conditions = template.get("Conditions") or {}
    found = []
    for resource in template["Resources"].values():
        wanted = resource.get("Condition")
        if resource["Type"] == _ALLOWED[0] and (wanted is None or _filled(conditions[wanted], values, conditions)):
            found.append(_filled(resource["Properties"], values, conditions))
    return found


def _parsed(call: Call, body: str) -> dict[str, Any]:
    try:
        template = yaml.load(body, _Loader)
    except yaml.YAMLError as problem:
        raise refuse(f"Template format error: {problem}") from None
    if not isinstance(template, dict):
        raise refuse("Template format error: unsupported structure.")
    template["Resources"] = template.get("Resources") or {}
    if not template["Resources"]:
        call.refuse(refuse("Template format error: At least one Resources member must be defined."))
    for name, resource in template["Resources"].items():
        if resource.get("Type") not in _ALLOWED:
            raise refuse(
                f"Template validation error: resource {name} of type {resource.get('Type')} is not supported in a conformance pack."
            )
    return template


def _values(parameters: dict[str, Any], given: dict[str, str]) -> dict[str, Any]:
    unknown = sorted(set(given) - set(parameters))
    if unknown:
        raise refuse(f"Parameters: {unknown} do not exist in the template")
    values = {name: given.get(name, parameter.get("Default")) for name, parameter in parameters.items()}
    missing = sorted(name for name, value in values.items() if value is None)
    if missing:
        raise refuse(f"Parameters: {missing} must have values")
    return values


def _filled(node: Any, values: dict[str, Any], conditions: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_filled(item, values, conditions) for item in node]
    if not isinstance(node, dict):
        return node
    if len(node) == 1:
        [(name, argument)] = node.items()
        if name == "Ref":
            return _GONE if argument == "AWS::NoValue" else values.get(argument, argument)
        if name == "Condition":
            return _filled(conditions[argument], values, conditions)
        if name == "Fn::If":
            holds = _filled(conditions[argument[0]], values, conditions)
            return _filled(argument[1 if holds else 2], values, conditions)
        if name in _LOGIC:
            return _LOGIC[name](_filled(argument, values, conditions))
    filled = {key: _filled(value, values, conditions) for key, value in node.items()}
    return {key: value for key, value in filled.items() if value is not _GONE}


_LOGIC: dict[str, Any] = {
    "Fn::Equals": lambda pair: str(pair[0]) == str(pair[1]),
    "Fn::Not": lambda one: not one[0],
    "Fn::And": all,
    "Fn::Or": any,
}


def rule(properties: dict[str, Any], name: str) -> dict[str, Any]:
    """A rule as PutConfigRule takes it."""
    inputs = properties.get("InputParameters")
    more = {"InputParameters": json.dumps({key: str(value) for key, value in inputs.items()})} if inputs else {}
    return {**properties, **more, "ConfigRuleName": name}
