"""The listeners that a deployment moves from one target group of a pair to the other.

https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TargetGroupPairInfo.html
https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-steps-ecs.html

Every rule of a listener that forwards to the pair is moved, its default rule and others; one that forwards to neither is left alone.
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...locks import LOCKS
from ..elbv2 import backend as balancing


class Pair:
    """The two target groups of a deployment group, and the listeners before them."""

    def __init__(self, call: Call, info: dict[str, Any]) -> None:
        self._call = Call(call.account, call.region, "elbv2", call.operation, {})
        pair = info["targetGroupPairInfoList"][0]
        self.names = [group["name"] for group in pair["targetGroups"]]
        self.production = pair["prodTrafficRoute"]["listenerArns"][0]
        self.test = next(iter((pair.get("testTrafficRoute") or {}).get("listenerArns") or []), None)

    def arn(self, name: str) -> str:
        with LOCKS["elbv2"]:
            groups = balancing.of(self._call).target_groups.values()
            found = next((group.arn for group in groups if group.name == name), None)
        if found is None:
            raise AwsError("ECS_UPDATE_ERROR", f"The target group {name} does not exist.")
        return found

    def name(self, arn: str) -> str:
        return next(name for name in self.names if self.arn(name) == arn)

    def other(self, arn: str) -> str:
        return next(self.arn(name) for name in self.names if self.arn(name) != arn)

    def check(self, primary: str) -> None:
        """AWS deploys only where the tasks that run are the ones that are reached."""
        if primary not in (self.arn(name) for name in self.names):
            text = f"The primary taskset's target group {primary} is not in the deployment group's pair of target groups."
            raise AwsError("ECS_UPDATE_ERROR", text)
        for listener in filter(None, (self.production, self.test)):
            if not self._actions(listener):
                text = f"Primary taskset target group must be behind listener {listener}"
                raise AwsError("ECS_UPDATE_ERROR", f"The ELB could not be updated due to the following error: {text}")

    def route(self, listener: str, weights: dict[str, int]) -> None:
        """`weights` by the target groups' ARNs; a group of weight 0 is left out."""
        groups = [{"TargetGroupArn": arn, "Weight": weight} for arn, weight in weights.items() if weight]
        with LOCKS["elbv2"]:
            for action in self._actions(listener):
                _forward(action, groups)

    def _actions(self, listener: str) -> list[Any]:
        pair = {self.arn(name) for name in self.names}
        with LOCKS["elbv2"]:
            rules = balancing.listener(self._call, listener).rules.values()
            return [action for rule in rules for action in rule.actions if pair & set(balancing.forwarded(action.data))]


def _forward(action: Any, groups: list[dict[str, Any]]) -> None:
    stickiness = (action.data.get("ForwardConfig") or {}).get("TargetGroupStickinessConfig") or {"Enabled": False}
    action.data["ForwardConfig"] = {"TargetGroups": groups, "TargetGroupStickinessConfig": stickiness}
    action.data.pop("TargetGroupArn", None)
    action.__dict__.pop("TargetGroupArn", None)
    if len(groups) == 1:
        action.data["TargetGroupArn"] = groups[0]["TargetGroupArn"]
    # moto shows an action by its attributes, which are copies of its data
    action.__dict__.update(action.data)
