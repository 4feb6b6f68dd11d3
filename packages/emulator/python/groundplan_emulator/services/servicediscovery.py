"""Cloud Map: names that are taken, and namespaces and services in use.

https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateHttpNamespace.html
https://docs.aws.amazon.com/cloud-map/latest/api/API_CreatePrivateDnsNamespace.html
https://docs.aws.amazon.com/cloud-map/latest/api/API_DeleteNamespace.html
https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html
"""

from ..call import AwsError
from ..rules import before

_NAMESPACES = ("CreateHttpNamespace", "CreatePrivateDnsNamespace", "CreatePublicDnsNamespace")


def _backend(call):
    from moto.servicediscovery.models import servicediscovery_backends

    return servicediscovery_backends[call.account][call.region]


@before("servicediscovery", *_NAMESPACES)
def refuse_taken_namespace(call):
    name = call.params["Name"]
    kind = {"CreateHttpNamespace": "HTTP", "CreatePrivateDnsNamespace": "DNS_PRIVATE"}.get(call.operation, "DNS_PUBLIC")
    if any(namespace.name == name and namespace.type == kind for namespace in _backend(call).namespaces.values()):
        raise AwsError("NamespaceAlreadyExists", f"Namespace {name} already exists")


@before("servicediscovery", "CreateService")
def check_service(call):
    backend, namespace = _backend(call), call.params.get("NamespaceId") or (call.params.get("DnsConfig") or {}).get("NamespaceId")
    if namespace is not None and namespace not in backend.namespaces:
        raise AwsError("NamespaceNotFound", f"Namespace {namespace} does not exist")
    if any(_namespace_of(service) == namespace and service.name == call.params["Name"] for service in backend.services.values()):
        raise AwsError("ServiceAlreadyExists", f"Service {call.params['Name']} already exists")


def _namespace_of(service):
    return service.namespace_id or (service.dns_config or {}).get("NamespaceId")


@before("servicediscovery", "DeleteNamespace")
def refuse_namespace_in_use(call):
    """ECS makes a service of Cloud Map for each that Service Connect offers, and deletes it with its own."""
    name = call.params["Id"]
    namespace = _backend(call).namespaces.get(name)
    if namespace is None:
        return
    if any(_namespace_of(service) == name for service in _backend(call).services.values()) or _connects(call, namespace):
        raise AwsError("ResourceInUse", f"Namespace {name} has associated services")


def _connects(call, namespace):
    from moto.ecs.models import ecs_backends

    for service in ecs_backends[call.account][call.region].services.values():
        settings = service.settings.get("serviceConnectConfiguration") or {}
        if service.status == "ACTIVE" and settings.get("services") and settings.get("namespace") in (namespace.arn, namespace.name):
            return True
    return False
