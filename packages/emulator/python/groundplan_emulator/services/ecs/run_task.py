"""Tasks that callers run, find and stop.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopTask.html
"""

from ...call import AwsError
from ...rules import stub
from . import backend, interfaces, tasks
from .capacity import checked_capacity
from .service import standing
from .task_roles import not_assumable

_MOST_AT_ONCE, _MOST_DESCRIBED = 10, 100


@stub("ecs", "RunTask")
def run_task(call):
    params = call.params
    cluster, definition = backend.cluster(call), backend.task_definition(call, params["taskDefinition"])
    count = params.get("count") or 1
    if not 1 <= count <= _MOST_AT_ONCE:
        raise AwsError("InvalidParameterException", f"Count must be between 1 and {_MOST_AT_ONCE}.")
    problem = not_assumable(definition, call.account, call.region)
    if problem is not None:
        raise AwsError("ClientException", problem)
    _check_overrides(params, definition)
    capacity = checked_capacity(params, cluster, definition)
    network = interfaces.checked(params.get("networkConfiguration"), definition, call.account, call.region)
    order = tasks.Order(
        account=call.account,
        region=call.region,
        cluster=cluster,
        definition=definition,
        group=params.get("group") or f"family:{definition.family}",
        started_by=params.get("startedBy"),
        settings={**capacity, "networkConfiguration": network, "enableExecuteCommand": params.get("enableExecuteCommand")},
        tags=(params.get("tags") or []) + (definition.tags if params.get("propagateTags") == "TASK_DEFINITION" else []),
        overrides=params.get("overrides") or {},
    )
    started = [tasks.Task(order) for _ in range(count)]
    return {"tasks": [task.described(tags=True) for task in started], "failures": []}


def _check_overrides(params, definition):
    overrides, names = params.get("overrides") or {}, [container["name"] for container in definition.container_definitions]
    for override in overrides.get("containerOverrides") or []:
        if override.get("name") not in names:
            text = f"Override for container named {override.get('name')} is not a container in the TaskDefinition."
            raise AwsError("InvalidParameterException", text)
    if params.get("enableExecuteCommand") and not (overrides.get("taskRoleArn") or getattr(definition, "task_role_arn", None)):
        text = "The execute command failed because a valid task role is not being used."
        raise AwsError("InvalidParameterException", f"{text} Specify a valid task role in your task definition or as a task override.")


@stub("ecs", "DescribeTasks")
def describe_tasks(call):
    cluster = backend.cluster(call)
    names = call.params.get("tasks") or []
    if not names:
        raise AwsError("InvalidParameterException", "Tasks cannot be empty.")
    if len(names) > _MOST_DESCRIBED:
        raise AwsError("InvalidParameterException", f"Tasks can contain at most {_MOST_DESCRIBED} items.")
    found, failures = [], []
    for name in names:
        task = _named(call, cluster, name)
        if task is None:
            arn = name if ":" in name else call.arn(f"task/{cluster.name}/{name}")
            failures.append({"arn": arn, "reason": "MISSING"})
            continue
        _step(task)
        found.append(task.described(tags="TAGS" in (call.params.get("include") or [])))
    return {"tasks": found, "failures": failures}


def _step(task):
    """A one-off task runs at the first look, and has ended at the second: there is no program that could go on."""
    if task.order.group.startswith("service:"):
        return
    if task.status == "RUNNING":
        for container in task.containers:
            container.end(0)
        task.stop("EssentialContainerExited", tasks.EXITED)
    else:
        task.start()


@stub("ecs", "ListTasks")
def list_tasks(call):
    params, cluster = call.params, backend.cluster(call)
    wanted = params.get("desiredStatus") or "RUNNING"
    service = (params.get("serviceName") or "").split("/")[-1]
    if service and f"{cluster.name}:{service}" not in standing(call):
        raise AwsError("ServiceNotFoundException", "Service not found.")
    launch_type = params.get("launchType")
    found = [
        task.arn
        for task in tasks.in_call(call).values()
        if task.order.cluster is cluster
        and task.desired_status == wanted
        and (not service or task.order.group == f"service:{service}")
        and (not params.get("family") or task.family == params["family"])
        and (not params.get("startedBy") or task.order.started_by == params["startedBy"])
        and (not launch_type or task.described().get("launchType") == launch_type)
        and not params.get("containerInstance")
    ]
    return {"taskArns": found}


@stub("ecs", "StopTask")
def stop_task(call):
    task = _named(call, backend.cluster(call), call.params["task"])
    if task is None:
        raise AwsError("InvalidParameterException", "The referenced task was not found.")
    task.stop("UserInitiated", call.params.get("reason") or "Task stopped by user")
    return {"task": task.described(tags=True)}


def _named(call, cluster, name):
    task = tasks.in_call(call).get(call.arn(f"task/{cluster.name}/{name.split('/')[-1]}"))
    return task if task is not None and task.order.cluster is cluster else None
