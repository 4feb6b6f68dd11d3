"""Roles that a task is given: ECS must be able to assume them before there is a task at all.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#create_task_iam_policy_and_role (a cluster cannot be named)
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html
"""

from __future__ import annotations

from typing import Any

from ... import roles


def not_assumable(definition: Any, account: str, region: str) -> str | None:
    """AWS's text; none where both may be assumed."""
    source = f"arn:aws:ecs:{region}:{account}:any"
    for role in (getattr(definition, "execution_role_arn", None), getattr(definition, "task_role_arn", None)):
        if role and roles.refuses(role, "ecs-tasks.amazonaws.com", source):
            return (
                f"ECS was unable to assume the role '{role}' that was provided for this task. Please verify that the role being passed has "
                "the proper trust relationship and permissions and that your IAM user has permissions to pass this role."
            )
    return None
