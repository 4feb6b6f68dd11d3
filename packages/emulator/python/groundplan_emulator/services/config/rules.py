"""Rules: they need a recorder, and those of a conformance pack are its own.

https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html
https://docs.aws.amazon.com/config/latest/developerguide/service-linked-awsconfig-rules.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before

#: who made the rules of a pack
PACKS = "config-conforms.amazonaws.com"


def backend(call: Call) -> Any:
    from moto.config.models import config_backends

    return config_backends[call.account][call.region]


@before("config", "PutConfigRule", "DeleteConfigRule")
def check(call: Call) -> None:
    if call.operation == "PutConfigRule" and not backend(call).recorders:
        text = "Configuration recorder is not available to put a rule."
        raise AwsError("NoAvailableConfigurationRecorderException", text)
    name = call.params.get("ConfigRuleName") or (call.params.get("ConfigRule") or {}).get("ConfigRuleName")
    if name in call.kind("linked rule"):
        text = "An AWS service owns ServiceLinkedConfigRule. You do not have permissions to take action on this rule."
        raise AwsError("AccessDeniedException", text)


@before("config", "DescribeConfigRules")
def look_for_each(call: Call) -> None:
    """moto looks for none where there is none at all."""
    for name in call.params.get("ConfigRuleNames") or []:
        if name not in backend(call).config_rules:
            text = f"The ConfigRule '{name}' provided in the request is invalid. Please check the configRule name."
            raise AwsError("NoSuchConfigRuleException", text)


@after("config", "DescribeConfigRules")
def show_maker(call: Call, answer: dict[str, Any]) -> None:
    for rule in answer.get("ConfigRules", []):
        if rule["ConfigRuleName"] in call.kind("linked rule"):
            rule["CreatedBy"] = PACKS
