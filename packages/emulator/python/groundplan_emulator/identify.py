"""Which service and operation a request means, by botocore's own models."""

from __future__ import annotations

import functools
import re
import urllib.parse
from dataclasses import dataclass, field
from typing import Any

from moto.core.utils import get_service_model

_CREDENTIAL = re.compile(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/aws4_request")
#: signed for several regions (SigV4A), the scope names none
_CREDENTIAL_OF_REGIONS = re.compile(r"AWS4-ECDSA-P256-SHA256 Credential=([^/]+)/\d+/([^/]+)/aws4_request")
_HOME = "us-east-1"
#: of a path, escaped: {name}, or {name+} where it holds slashes
_LABEL = re.compile(r"\\\{([\w-]+)(\\\+)?\\\}")
#: for the one in a label, which no group of a pattern can have
_HYPHEN = "__"

#: Names that requests are signed with, where they are not the service's name in botocore.
_SIGNED_AS = {
    "access-analyzer": "accessanalyzer",
    "airflow": "mwaa",
    "aps": "amp",
    "cassandra": "keyspaces",
    "elasticfilesystem": "efs",
    "elasticmapreduce": "emr",
    "es": "opensearch",
    "kinesisanalytics": "kinesisanalyticsv2",
    "mobiletargeting": "pinpoint",
    "monitoring": "cloudwatch",
    "servicequotas": "service-quotas",
    "sso": "sso-admin",
    "states": "stepfunctions",
    "tagging": "resourcegroupstaggingapi",
}

#: Operations that share method and address with a newer one: the newer is meant.
_RETIRED = frozenset({"PutBucketNotification", "GetBucketNotification", "PutBucketLifecycle", "GetBucketLifecycle"})

#: Query arguments of S3 that choose no other operation.
_PLAIN_S3_ARGUMENTS = frozenset(
    {
        "x-id",
        "versionId",
        "list-type",
        "prefix",
        "delimiter",
        "max-keys",
        "continuation-token",
        "encoding-type",
        "fetch-owner",
        "start-after",
        "marker",
        "key-marker",
        "version-id-marker",
        "max-buckets",
    }
)


@dataclass(frozen=True)
class Signed:
    """The credential scope of a signed request."""

    access_key: str
    region: str
    service: str


@dataclass(frozen=True)
class Request:
    method: str
    #: as it was sent: a label that carries an ARN holds %2F
    raw_path: str
    query_string: str
    headers: dict[str, str]
    body: bytes = field(repr=False)

    @property
    def query(self) -> dict[str, list[str]]:
        return urllib.parse.parse_qs(self.query_string, keep_blank_values=True)

    @property
    def form(self) -> dict[str, str] | None:
        if not self.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return None
        return dict(urllib.parse.parse_qsl(self.body.decode(), keep_blank_values=True))


def signed(request: Request) -> Signed | None:
    given = request.headers.get("authorization", "")
    several = _CREDENTIAL_OF_REGIONS.match(given)
    if several:
        return Signed(several[1], _HOME, _service(several[2], request))
    found = _CREDENTIAL.search(given)
    if found is None:
        return None
    access_key, region, name = found.groups()
    return Signed(access_key, region, _service(name, request))


def _service(name: str, request: Request) -> str:
    target = request.headers.get("x-amz-target", "")
    if name == "s3" and request.raw_path.startswith("/v20180820/"):
        return "s3control"
    if name == "apigateway" and request.raw_path.startswith("/v2/"):
        return "apigatewayv2"
    if name == "ses" and request.raw_path.startswith("/v2/"):
        return "sesv2"
    if name == "dynamodb" and target.startswith("DynamoDBStreams"):
        return "dynamodbstreams"
    if name == "elasticloadbalancing":
        return "elbv2" if (request.form or {}).get("Version") == "2015-12-01" else "elb"
    return _SIGNED_AS.get(name, name)


def operation(service: str, request: Request) -> tuple[str | None, dict[str, str]]:
    """The operation's name and the labels of its path; no name where the model knows none."""
    target = request.headers.get("x-amz-target")
    if target:
        return target.rpartition(".")[2], {}
    rpc = re.fullmatch(r"/service/[^/]+/operation/(\w+)", request.raw_path)
    if rpc:
        return rpc[1], {}
    form = request.form
    if form and "Action" in form:
        return form["Action"], {}
    arguments = request.query
    if "Action" in arguments:
        return arguments["Action"][0], {}
    for route in _routes(service, request.method):
        if not all(_has(arguments, need) for need in route.needs):
            continue
        found = route.path.match(request.raw_path)
        if not found or (service == "s3" and not _means_plain(route, request, arguments)):
            continue
        return route.operation, {name.replace(_HYPHEN, "-"): urllib.parse.unquote(value) for name, value in found.groupdict().items()}
    return None, {}


def _has(arguments: dict[str, list[str]], need: str) -> bool:
    name, _, value = need.partition("=")
    return name in arguments and value in ("", *arguments[name])


def _means_plain(route: _Route, request: Request, arguments: dict[str, list[str]]) -> bool:
    """S3 tells operations on one address apart by argument and header."""
    if route.operation in ("CopyObject", "UploadPartCopy") and "x-amz-copy-source" not in request.headers:
        return False
    if route.operation in ("PutObject", "UploadPart") and "x-amz-copy-source" in request.headers:
        return False
    return bool(route.needs) or not (set(arguments) - _PLAIN_S3_ARGUMENTS) or route.operation in ("GetObject", "HeadObject")


@dataclass(frozen=True)
class _Route:
    method: str
    path: re.Pattern[str]
    #: arguments of the query, with their values where the address names them
    needs: tuple[str, ...]
    length: int
    operation: str


@functools.cache
def _routes(service: str, method: str) -> list[_Route]:
    model = get_service_model(service)
    routes = [_route(name, model.operation_model(name)) for name in model.operation_names if name not in _RETIRED]
    routes = [route for route in routes if route.method == method]
    return sorted(routes, key=lambda route: (len(route.needs), route.length), reverse=True)


def _route(name: str, model: Any) -> _Route:
    path, _, query = model.http["requestUri"].partition("?")
    pattern = _LABEL.sub(
        lambda found: f"(?P<{found[1].replace('-', _HYPHEN)}>{'.+' if found[2] else '[^/]+'})", re.escape(path).replace(r"\-", "-")
    )
    needs = [part.removesuffix("=") for part in query.split("&") if part]
    needs += _required_arguments(model)
    literal = re.sub(r"\{[^}]*\}", "", path)
    return _Route(model.http["method"], re.compile(f"^{pattern.rstrip('/')}/?$"), tuple(dict.fromkeys(needs)), len(literal), name)


def _required_arguments(model: Any) -> list[str]:
    shape = model.input_shape
    if shape is None:
        return []
    members = ((name, shape.members[name].serialization) for name in shape.required_members)
    return [where["name"] for _, where in members if where.get("location") == "querystring" and "name" in where]
