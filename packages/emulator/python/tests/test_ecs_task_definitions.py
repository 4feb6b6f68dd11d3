import pytest

SECRETS = [{"name": "A", "valueFrom": "a"}]
LOG = {"name": "log", "image": "x"}


def waiting(name, condition):
    return {"dependsOn": [{"containerName": name, "condition": condition}]}


def files(**settings):
    return {"name": "files", "efsVolumeConfiguration": {"fileSystemId": "fs-1", **settings}}


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"networkMode": "bridge"}, "Fargate only supports network mode"),
        ({"cpu": None}, "'cpu' be defined at the task level"),
        ({"memory": None, "container": {"memory": 512}}, "'memory' be defined at the task level"),
        ({"memory": "4096"}, "No Fargate configuration exists for given values: 256 CPU, 4096 memory"),
        ({"cpu": "8192", "memory": "17408"}, "No Fargate configuration exists for given values: 8192 CPU, 17408 memory"),
        ({"container": {"memory": 1024}}, "The 'memory' setting for container 'app' is greater than for the task."),
        ({"sidecars": [{"name": "log", "image": "x", "cpu": 512}]}, "The total 'cpu' of the containers"),
        (
            {"sidecars": [{"name": "log", "image": "x", "memory": 512}], "container": {"memory": 256}},
            "The total 'memory' of the containers",
        ),
        ({"container": {"memory": 256, "memoryReservation": 512}}, "'memoryReservation' must not exceed 'memory'"),
        ({"sidecars": [{"name": "app", "image": "x"}]}, "unique within a task definition: app"),
        ({"container": {"essential": False}}, "At least one container must be marked essential."),
        ({"container": {"mountPoints": [{"sourceVolume": "tmp", "containerPath": "/tmp"}]}}, "Unknown volume 'tmp'."),
        ({"container": {"logConfiguration": {"logDriver": "syslog"}}}, "Fargate does not support log driver syslog"),
        ({"container": {"logConfiguration": {"logDriver": "awslogs"}}}, "requires options: awslogs-group"),
        ({"container": {"logConfiguration": {"logDriver": "awsfirelens"}}}, "firelensConfiguration must be specified"),
        ({"container": {"privileged": True}}, "Fargate does not support privileged containers"),
        ({"container": {"linuxParameters": {"capabilities": {"add": ["NET_ADMIN"]}}}}, "SYS_PTRACE"),
        ({"container": {"portMappings": [{"containerPort": 80, "hostPort": 8080}]}}, "must match"),
        ({"ephemeralStorage": {"sizeInGiB": 201}}, "between 21 GiB and 200 GiB"),
        ({"executionRoleArn": None, "container": {"secrets": [{"name": "A", "valueFrom": "a"}]}}, "a value for 'executionRoleArn'"),
        ({"family": "a b"}, "Family contains invalid characters"),
        ({"taskRoleArn": "arn:aws:iam::1:role/app"}, "Role is not valid"),
        ({"container": {"name": "a b"}}, "Container name contains invalid characters"),
        ({"container": {"environment": [{"name": "A", "value": "a"}], "secrets": SECRETS}}, "set on the container, such as 'A'."),
        ({"container": {"secrets": SECRETS * 2}}, "Duplicate secret names found: A."),
        ({"container": {"healthCheck": {"command": ["CMD", "true"], "interval": 301}}}, "interval must be between 5 and 300"),
        ({"container": {"healthCheck": {"command": []}}}, "Health check command"),
        ({"container": waiting("log", "START")}, "Cannot depend on container + 'log'"),
        ({"container": waiting("log", "SUCCESS"), "sidecars": [LOG]}, "cannot be an essential container"),
        ({"container": waiting("log", "START"), "sidecars": [{**LOG, **waiting("app", "START")}]}, "cannot be cyclic: app, log"),
        ({"container": {"portMappings": [{"containerPort": 80, "name": "Web"}]}}, "lower case"),
        ({"container": {"portMappings": [{"containerPort": port, "name": "web"} for port in (80, 81)]}}, "name web must be unique"),
        ({"container": {"portMappings": [{"containerPort": 80, "appProtocol": "http"}]}}, "its name must be too"),
        ({"container": {"stopTimeout": 121}}, "at most 120 seconds"),
        ({"container": {"linuxParameters": {"sharedMemorySize": 64}}}, "do not support sharedMemorySize"),
        ({"volumes": [{"name": "a", "host": {"sourcePath": "/"}}]}, "do not support sourcePath"),
        ({"volumes": [{"name": "a"}, {"name": "a"}]}, "Volume name must be unique"),
        ({"volumes": [files(authorizationConfig={"iam": "ENABLED"})]}, "IAM authorization"),
        ({"volumes": [files(authorizationConfig={"accessPointId": "fsap-1"})]}, "access point is used"),
        (
            {"volumes": [files(authorizationConfig={"accessPointId": "fsap-1"}, transitEncryption="ENABLED", rootDirectory="/a")]},
            "the root directory must be omitted",
        ),
    ],
)
def test_a_task_definition_that_cannot_run_is_refused(estate, says, changes, text):
    with says("ClientException", text):
        estate.register(**changes)


def test_fargate_needs_an_execution_role_for_awslogs_and_for_ecr(estate, account, says):
    options = {"awslogs-group": "/app", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "ecs"}
    with says("ClientException", "to support log driver awslogs"):
        estate.register(executionRoleArn=None, container={"logConfiguration": {"logDriver": "awslogs", "options": options}})
    image = f"{account}.dkr.ecr.eu-west-1.amazonaws.com/app:1"
    with says("ClientException", "to support ECR images"):
        estate.register(executionRoleArn=None, container={"image": image})
    estate.register(container={"image": image, "readonlyRootFilesystem": True})


def test_units_may_be_written_out(estate):
    estate.register(cpu="1 vCPU", memory="2 GB")


def test_containers_may_wait_for_one_that_ends_and_for_one_that_is_healthy(estate):
    migration = {"name": "migration", "image": "x", "essential": False}
    proxy = {**LOG, "healthCheck": {"command": ["CMD", "true"], "interval": 300, "timeout": 60}, **waiting("migration", "COMPLETE")}
    estate.register(container=waiting("log", "HEALTHY"), sidecars=[proxy, migration])


def test_files_come_by_an_access_point_with_iam(estate):
    volume = files(authorizationConfig={"accessPointId": "fsap-1", "iam": "ENABLED"}, transitEncryption="ENABLED", rootDirectory="/")
    estate.register(volumes=[volume], container={"mountPoints": [{"sourceVolume": "files", "containerPath": "/files"}]})
