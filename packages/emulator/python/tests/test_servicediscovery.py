import pytest
from ecs_estate import Estate


@pytest.fixture
def discovery(aws):
    return aws("servicediscovery")


@pytest.fixture
def namespace(discovery):
    discovery.create_http_namespace(Name="apps")
    return discovery.list_namespaces()["Namespaces"][0]


def test_names_are_taken_once(discovery, namespace, refused):
    with refused("NamespaceAlreadyExists"):
        discovery.create_http_namespace(Name="apps")
    discovery.create_service(Name="app", NamespaceId=namespace["Id"])
    with refused("ServiceAlreadyExists"):
        discovery.create_service(Name="app", NamespaceId=namespace["Id"])
    with refused("NamespaceNotFound"):
        discovery.create_service(Name="app", NamespaceId="ns-none")


def test_a_namespace_goes_after_its_services(discovery, namespace, refused):
    service = discovery.create_service(Name="app", NamespaceId=namespace["Id"])["Service"]["Id"]
    with refused("ResourceInUse"):
        discovery.delete_namespace(Id=namespace["Id"])
    discovery.delete_service(Id=service)
    discovery.delete_namespace(Id=namespace["Id"])
    assert discovery.list_namespaces()["Namespaces"] == []


def test_a_namespace_goes_after_what_service_connect_offers_in_it(discovery, namespace, aws, account, refused):
    estate = Estate(aws, account)
    offered = {"enabled": True, "namespace": namespace["Arn"], "services": [{"portName": "http"}]}
    estate.create(estate.register(), serviceConnectConfiguration=offered)
    with refused("ResourceInUse"):
        discovery.delete_namespace(Id=namespace["Id"])
    estate.ecs.delete_service(cluster="main", service="app", force=True)
    discovery.delete_namespace(Id=namespace["Id"])
