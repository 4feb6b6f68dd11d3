import pytest
from ecs_estate import primary


def test_a_task_does_not_start_without_its_log_group(estate):
    options = {"awslogs-group": "/none", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs"}
    estate.create(estate.register(container={"logConfiguration": {"logDriver": "awslogs", "options": options}}))
    estate.look(2)
    assert "The specified log group does not exist" in estate.tasks("STOPPED")[0]["stoppedReason"]


def test_an_image_must_have_been_pushed(estate, aws, account):
    aws("ecr").create_repository(repositoryName="app")
    image = f"{account}.dkr.ecr.eu-west-1.amazonaws.com/app"
    estate.create(estate.register(container={"image": f"{image}:1"}))
    estate.look(2)
    task = estate.tasks("STOPPED")[0]
    assert task["stopCode"] == "TaskFailedToStart"
    assert task["stoppedReason"].startswith("CannotPullContainerError: ") and task["stoppedReason"].endswith(f"{image}:1: not found")
    assert task["containers"][0]["reason"] == task["stoppedReason"]
    digest = estate.push()
    assert primary(estate.look(2))["rolloutState"] == "COMPLETED"
    estate.update(taskDefinition=estate.register(container={"image": f"{image}@{digest}"}))
    assert primary(estate.look(2))["rolloutState"] == "COMPLETED"


def test_an_image_of_a_pull_through_cache_is_fetched(estate, aws, account):
    aws("ecr").create_pull_through_cache_rule(ecrRepositoryPrefix="public", upstreamRegistryUrl="public.ecr.aws")
    estate.create(estate.register(container={"image": f"{account}.dkr.ecr.eu-west-1.amazonaws.com/public/nginx:1"}))
    assert primary(estate.look(2))["rolloutState"] == "COMPLETED"


@pytest.mark.parametrize("missing", ["no secret", "no value", "no key", "no parameter"])
def test_a_task_stops_where_a_secret_of_it_cannot_be_read(estate, aws, account, missing):
    secrets = aws("secretsmanager")
    empty = secrets.create_secret(Name="empty")["ARN"]
    full = secrets.create_secret(Name="full", SecretString='{"password": "p"}')["ARN"]
    reasons = {
        "no secret": (f"arn:aws:secretsmanager:eu-west-1:{account}:secret:none-AbCdEf", "unable to retrieve secret from asm"),
        "no value": (empty, "AWSCURRENT"),
        "no key": (f"{full}:user::", "did not contain json key user"),
        "no parameter": (f"arn:aws:ssm:eu-west-1:{account}:parameter/none", "invalid parameters: /none"),
    }
    name, reason = reasons[missing]
    estate.create(estate.register(container={"secrets": [{"name": "S", "valueFrom": name}]}))
    estate.look(2)
    task = estate.tasks("STOPPED")[0]
    assert task["stoppedReason"].startswith("ResourceInitializationError: ") and reason in task["stoppedReason"]


def test_a_task_starts_where_its_secrets_can_be_read(estate, aws, account):
    full = aws("secretsmanager").create_secret(Name="full", SecretString='{"password": "p"}')["ARN"]
    aws("ssm").put_parameter(Name="/app/url", Value="x", Type="String")
    aws("ssm").put_parameter(Name="plain", Value="x", Type="String")
    names = [
        full,
        f"{full}:password::",
        f"arn:aws:ssm:eu-west-1:{account}:parameter/app/url",
        f"arn:aws:ssm:eu-west-1:{account}:parameter/plain",
        "plain",
    ]
    estate.create(estate.register(container={"secrets": [{"name": f"S{number}", "valueFrom": name} for number, name in enumerate(names)]}))
    assert primary(estate.look(2))["rolloutState"] == "COMPLETED"
