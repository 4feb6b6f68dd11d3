"""Conformance packs, which moto lacks: their rules stand beside the others, and only the pack may change them.

No clock makes them, but looking: the first look at a pack shows it in progress.

https://docs.aws.amazon.com/config/latest/APIReference/API_PutConformancePack.html
https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackStatusDetail.html
https://docs.aws.amazon.com/config/latest/developerguide/configlimits.html
"""

from __future__ import annotations

import datetime
import secrets
import string
import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import before, stub
from . import templates
from .organization_rules import check_caller
from .rules import backend

_LIMIT = 50


@stub("config", "PutConformancePack")
def put(call: Call) -> dict[str, Any]:
    params, packs = call.params, call.kind("conformance pack")
    name = params["ConformancePackName"]
    inputs = params.get("ConformancePackInputParameters") or []
    given = {one["ParameterName"]: one["ParameterValue"] for one in inputs}
    wanted = templates.rules(call, _body(params), given)
    if name not in packs and len(packs) >= _LIMIT:
        text = f"You have reached the limit ({_LIMIT}) of the number of conformance packs in an account."
        raise AwsError("MaxNumberOfConformancePacksExceededException", text)
    pack = packs.setdefault(name, _new(call, name))
    pack["shown"].update(
        ConformancePackInputParameters=inputs,
        DeliveryS3Bucket=params.get("DeliveryS3Bucket"),
        DeliveryS3KeyPrefix=params.get("DeliveryS3KeyPrefix"),
        LastUpdateRequestedTime=_now(),
    )
    pack["looks"], pack["failure"] = 0, None if backend(call).recorders else "There is no configuration recorder."
    _replace_rules(call, pack, [] if pack["failure"] else wanted)
    return {"ConformancePackArn": pack["shown"]["ConformancePackArn"]}


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


def _new(call: Call, name: str) -> dict[str, Any]:
    identity = "conformance-pack-" + "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(9))
    arn = call.arn(f"conformance-pack/{name}/{identity}")
    shown = {"ConformancePackName": name, "ConformancePackArn": arn, "ConformancePackId": identity}
    stack = call.arn(f"stack/awsconfigconforms-{name}-{identity}/{uuid.uuid4()}", service="cloudformation")
    return {"shown": shown, "rules": [], "stack": stack}


@before("config", "PutOrganizationConformancePack")
def check_of_organization(call: Call) -> None:
    check_caller(call)
    inputs = call.params.get("ConformancePackInputParameters") or []
    try:
        templates.rules(call, _body(call.params), {one["ParameterName"]: one["ParameterValue"] for one in inputs})
    except AwsError as problem:
        raise AwsError(f"Organization{problem.code}", problem.message) from None


@before("config", "DescribeOrganizationConformancePacks")
def name_all(call: Call) -> None:
    """moto knows them by name alone."""
    call.params["OrganizationConformancePackNames"] = call.params.get("OrganizationConformancePackNames") or list(
        backend(call).organization_conformance_packs
    )


def _body(params: dict[str, Any]) -> str:
    from moto.s3.models import s3_backends

    given = [params[name] for name in ("TemplateBody", "TemplateS3Uri") if params.get(name)]
    if len(given) != 1:
        raise AwsError("InvalidParameterValueException", "Specify one of TemplateBody and TemplateS3Uri.")
    if params.get("TemplateBody"):
        return str(params["TemplateBody"])
    bucket, _, key = params["TemplateS3Uri"].removeprefix("s3://").partition("/")
    partition, owner = s3_backends.bucket_accounts.get(bucket, (None, None))
    found = s3_backends[owner][partition].get_object(bucket, key) if owner else None
    if found is None:
        raise AwsError("ConformancePackTemplateValidationException", f"The template {params['TemplateS3Uri']} does not exist.")
    return str(found.value.decode())


def _replace_rules(call: Call, pack: dict[str, Any], wanted: list[dict[str, Any]]) -> None:
    identity = pack["shown"]["ConformancePackId"]
    rules = [templates.rule(one, f"{one['ConfigRuleName']}-{identity}") for one in wanted]
    for rule in rules:
        backend(call).put_config_rule(rule)
        call.kind("linked rule")[rule["ConfigRuleName"]] = identity
    names = [rule["ConfigRuleName"] for rule in rules]
    for gone in set(pack["rules"]) - set(names):
        _drop(call, gone)
    pack["rules"] = names


def _drop(call: Call, name: str) -> None:
    call.kind("linked rule").pop(name, None)
    backend(call).config_rules.pop(name, None)


def _wanted(call: Call) -> list[dict[str, Any]]:
    packs, names = call.kind("conformance pack"), call.params.get("ConformancePackNames")
    return [packs[name] for name in names or packs if name in packs]


@stub("config", "DescribeConformancePacks")
def describe(call: Call) -> dict[str, Any]:
    found = _wanted(call)
    if len(found) < len(call.params.get("ConformancePackNames") or []):
        text = "You specified one or more conformance packs that do not exist."
        raise AwsError("NoSuchConformancePackException", text)
    return {"ConformancePackDetails": [pack["shown"] for pack in found]}


@stub("config", "DescribeConformancePackStatus")
def status(call: Call) -> dict[str, Any]:
    return {"ConformancePackStatusDetails": [_look(pack) for pack in _wanted(call)]}


def _look(pack: dict[str, Any]) -> dict[str, Any]:
    state = "CREATE_IN_PROGRESS" if not pack["looks"] else "CREATE_FAILED" if pack["failure"] else "CREATE_COMPLETE"
    pack["looks"] += 1
    shown = {name: pack["shown"][name] for name in ("ConformancePackName", "ConformancePackId", "ConformancePackArn")}
    reason = {"ConformancePackStatusReason": pack["failure"]} if state == "CREATE_FAILED" else {}
    times = {"LastUpdateRequestedTime": pack["shown"]["LastUpdateRequestedTime"]}
    return {**shown, **reason, **times, "ConformancePackState": state, "StackArn": pack["stack"]}


@stub("config", "DeleteConformancePack")
def delete(call: Call) -> None:
    name = call.params["ConformancePackName"]
    pack = call.kind("conformance pack").pop(name, None)
    if pack is None:
        raise AwsError("NoSuchConformancePackException", "You specified one or more conformance packs that do not exist.")
    for rule in pack["rules"]:
        _drop(call, rule)
