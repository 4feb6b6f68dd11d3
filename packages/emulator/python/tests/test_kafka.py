import pytest


@pytest.fixture
def kafka(aws):
    return aws("kafka")


@pytest.fixture
def configuration(kafka):
    return kafka.create_configuration(Name="events", ServerProperties=b"auto.create.topics.enable=false\n", KafkaVersions=["3.6.0"])["Arn"]


@pytest.fixture
def create(kafka, network, configuration):
    def make(name="events", **more):
        nodes = {"ClientSubnets": [network["a"], network["b"]], "InstanceType": "kafka.t3.small"}
        nodes["StorageInfo"] = {"EbsStorageInfo": {"VolumeSize": 100}}
        wanted = {"ClusterName": name, "KafkaVersion": "3.6.0", "NumberOfBrokerNodes": 2, "BrokerNodeGroupInfo": nodes}
        return kafka.create_cluster(**{**wanted, "ConfigurationInfo": {"Arn": configuration, "Revision": 1}, **more})["ClusterArn"]

    return make


def shown(kafka, arn):
    return kafka.describe_cluster_v2(ClusterArn=arn)["ClusterInfo"]


def test_a_cluster_is_made_while_one_looks_and_deleted(kafka, create, configuration, refused):
    arn = create()
    with refused("ConflictException"):
        create()
    assert (shown(kafka, arn)["State"], shown(kafka, arn)["State"]) == ("CREATING", "ACTIVE")
    part = shown(kafka, arn)["Provisioned"]
    assert part["CurrentBrokerSoftwareInfo"]["ConfigurationArn"] == configuration
    assert part["EncryptionInfo"]["EncryptionInTransit"]["ClientBroker"] == "TLS" and "ClientAuthentication" not in part
    assert kafka.describe_cluster(ClusterArn=arn)["ClusterInfo"]["CurrentBrokerSoftwareInfo"] == part["CurrentBrokerSoftwareInfo"]
    with refused("BadRequestException"):
        kafka.delete_configuration(Arn=configuration)
    kafka.delete_cluster(ClusterArn=arn)
    kafka.delete_configuration(Arn=configuration)
    with refused("BadRequestException"):
        kafka.describe_configuration(Arn=configuration)
    with refused("NotFoundException"):
        shown(kafka, arn)
    with refused("NotFoundException"):
        kafka.get_bootstrap_brokers(ClusterArn=arn)


def test_brokers_stand_evenly_in_their_zones_with_a_configuration_that_stands(create, configuration, refused):
    with refused("BadRequestException"):
        create(NumberOfBrokerNodes=3)
    with refused("BadRequestException"):
        create(ConfigurationInfo={"Arn": f"{configuration}2", "Revision": 1})


def test_brokers_are_reached_as_clients_show_who_they_are(kafka, create):
    plain = kafka.get_bootstrap_brokers(ClusterArn=create())
    signed = kafka.get_bootstrap_brokers(ClusterArn=create("signed", ClientAuthentication={"Sasl": {"Iam": {"Enabled": True}}}))
    assert ":9094" in plain["BootstrapBrokerStringTls"] and "BootstrapBrokerStringSaslIam" not in plain
    assert ":9098" in signed["BootstrapBrokerStringSaslIam"] and "BootstrapBrokerStringTls" not in signed


def test_a_change_names_the_version_that_it_changes(kafka, create, refused):
    arn = create()

    def grow(size, version):
        target = [{"KafkaBrokerNodeId": "All", "VolumeSizeGB": size}]
        return kafka.update_broker_storage(ClusterArn=arn, CurrentVersion=version, TargetBrokerEBSVolumeInfo=target)["ClusterOperationArn"]

    with refused("BadRequestException"):
        grow(200, shown(kafka, arn)["CurrentVersion"] + "x")
    version = shown(kafka, arn)["CurrentVersion"]
    for wrong in (50, 20000):
        with refused("BadRequestException"):
            grow(wrong, version)
    operation = grow(200, version)
    with refused("BadRequestException"):
        grow(300, version)
    states = [
        kafka.describe_cluster_operation_v2(ClusterOperationArn=operation)["ClusterOperationInfo"]["OperationState"] for _ in range(2)
    ]
    assert states == ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"]
    assert (
        kafka.describe_cluster_operation(ClusterOperationArn=operation)["ClusterOperationInfo"]["OperationType"]
        == "INCREASE_BROKER_STORAGE"
    )
    assert shown(kafka, arn)["Provisioned"]["BrokerNodeGroupInfo"]["StorageInfo"]["EbsStorageInfo"]["VolumeSize"] == 200
    kafka.update_monitoring(ClusterArn=arn, CurrentVersion=shown(kafka, arn)["CurrentVersion"], EnhancedMonitoring="PER_BROKER")
    assert shown(kafka, arn)["Provisioned"]["EnhancedMonitoring"] == "PER_BROKER"


def test_each_change_of_a_configuration_is_a_revision_more(kafka, configuration, refused):
    with refused("ConflictException"):
        kafka.create_configuration(Name="events", ServerProperties=b"a=b")
    with refused("BadRequestException"):
        kafka.create_configuration(Name="not a name", ServerProperties=b"a=b")
    assert (
        kafka.update_configuration(Arn=configuration, ServerProperties=b"auto.create.topics.enable=true\n")["LatestRevision"]["Revision"]
        == 2
    )
    assert kafka.describe_configuration(Arn=configuration)["LatestRevision"]["Revision"] == 2
    first = kafka.describe_configuration_revision(Arn=configuration, Revision=1)
    assert first["ServerProperties"] == b"auto.create.topics.enable=false\n"
    with refused("NotFoundException"):
        kafka.describe_configuration_revision(Arn=configuration, Revision=3)
