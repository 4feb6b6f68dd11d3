"""Budgets: their change, which moto lacks, and their tags.

https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_UpdateBudget.html
https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_TagResource.html
"""

from __future__ import annotations

import time
from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub


def budgets(call: Call) -> dict[str, Any]:
    from moto.budgets.models import budgets_backends

    found: dict[str, Any] = budgets_backends[call.account]["aws"].budgets[call.account]
    return found


def existing(call: Call, name: str) -> Any:
    found = budgets(call).get(name)
    if found is None:
        raise AwsError("NotFoundException", f"Unable to get budget: {name} - the budget doesn't exist.")
    return found


@before("budgets", "CreateBudget")
def check(call: Call) -> None:
    _check_limit(call.params["Budget"])


def _check_limit(budget: dict[str, Any]) -> None:
    amount = float((budget.get("BudgetLimit") or {}).get("Amount") or 0)
    if budget.get("BudgetLimit") and budget["BudgetType"] in ("COST", "USAGE") and amount <= 0:
        raise AwsError("InvalidParameterException", "Budget limit must be greater than zero.")
    if budget.get("CostFilters") and budget.get("FilterExpression"):
        raise AwsError("InvalidParameterException", "A budget has either CostFilters or a FilterExpression.")


@stub("budgets", "UpdateBudget")
def update(call: Call) -> None:
    wanted = {name: value for name, value in call.params["NewBudget"].items() if value is not None}
    found = existing(call, wanted["BudgetName"])
    _check_limit(wanted)
    kept = {name: value for name, value in found.budget.items() if name in ("TimePeriod", "CostTypes")}
    times = {name: _seconds(value) for name, value in (wanted.get("TimePeriod") or {}).items()}
    period = {"TimePeriod": {**kept.get("TimePeriod", {}), **times}}
    found.budget = {**kept, **wanted, **period, "LastUpdatedTime": time.time()}


def _seconds(value: Any) -> float:
    return value.timestamp() if hasattr(value, "timestamp") else float(value)


def _tags(call: Call) -> dict[str, str]:
    arn = call.params["ResourceARN"]
    existing(call, arn.partition("budget/")[2])
    found: dict[str, str] = call.kind("tags").setdefault(arn, {})
    return found


@after("budgets", "CreateBudget")
def keep_tags(call: Call, answer: dict[str, Any]) -> None:
    arn = call.arn(f"budget/{call.params['Budget']['BudgetName']}", region="")
    call.kind("tags")[arn] = {tag["Key"]: tag["Value"] for tag in call.params.get("ResourceTags") or []}


@stub("budgets", "TagResource")
def tag(call: Call) -> None:
    _tags(call).update({tag["Key"]: tag["Value"] for tag in call.params["ResourceTags"]})


@stub("budgets", "UntagResource")
def untag(call: Call) -> None:
    for name in call.params["ResourceTagKeys"]:
        _tags(call).pop(name, None)


@stub("budgets", "ListTagsForResource")
def list_tags(call: Call) -> dict[str, Any]:
    return {"ResourceTags": [{"Key": key, "Value": value} for key, value in _tags(call).items()]}
