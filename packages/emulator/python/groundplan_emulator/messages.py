"""Calls read from requests, and answers and errors written as each AWS protocol has them."""

from __future__ import annotations

import json
import urllib.parse
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

import botocore.parsers
import botocore.serialize
from botocore.awsrequest import HeadersDict
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.request import determine_request_protocol
from moto.core.serialize import get_serializer_class
from moto.core.utils import get_service_model
from werkzeug.datastructures import Headers, MultiDict

from .call import AwsError
from .identify import Request

REQUEST_ID = "groundplan-emulator"


@dataclass(frozen=True)
class Response:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def content_type(self) -> str:
        return next((value for name, value in self.headers if name.lower() == "content-type"), "")


class Message:
    """One operation in the protocol that a request speaks."""

    def __init__(self, service: str, operation: str, request: Request) -> None:
        model = get_service_model(service)
        self.service, self.request = service, request
        self.operation = model.operation_model(operation)
        self.protocol = protocol_of(service, request)

    def params(self, labels: dict[str, str]) -> dict[str, Any]:
        request = self.request
        values = MultiDict(request.form or [(name, value) for name, values in request.query.items() for value in values])
        parser = PROTOCOL_PARSERS[self.protocol](self.operation, map_type=dict)
        parsed = parser.parse(
            {
                "method": request.method,
                "values": values,
                "headers": Headers(list(request.headers.items())),
                "body": request.body,
                "url_path": urllib.parse.unquote(request.raw_path),
                "url_params": labels,
            }
        )
        return parsed or {}

    def body(self, params: dict[str, Any]) -> bytes:
        """The request's body again, for params that a rule changed."""
        serializer = botocore.serialize.create_serializer(self.protocol, include_validation=False)
        body = serializer.serialize_to_request(params, self.operation)["body"]
        if isinstance(body, dict):
            return urllib.parse.urlencode(body).encode()
        return body.encode() if isinstance(body, str) else body

    def parsed(self, response: Response) -> dict[str, Any]:
        if self.operation.output_shape is None:
            return {}
        raw = {"headers": HeadersDict(dict(response.headers)), "body": response.body, "status_code": response.status}
        parsed = botocore.parsers.create_parser(self.protocol).parse(raw, self.operation.output_shape)
        parsed.pop("ResponseMetadata", None)
        return parsed

    def answer(self, result: dict[str, Any] | bytes | None) -> Response:
        if isinstance(result, bytes):
            return Response(200, _with_id([("Content-Type", "application/xml")]), result)
        serializer = get_serializer_class(self.service, self.protocol)(operation_model=self.operation)
        made = serializer.serialize(result or {})
        body = made["body"]
        headers = [(name, str(value)) for name, value in made["headers"].items() if name.lower() != "content-length"]
        return Response(made["status_code"], _with_id(headers), body.encode() if isinstance(body, str) else body or b"")


def protocol_of(service: str, request: Request) -> str:
    model = get_service_model(service)
    if str(model.protocol).startswith("rest-"):
        return str(model.protocol)
    return determine_request_protocol(model, request.headers.get("content-type", ""))


def error(service: str, request: Request, refusal: AwsError) -> Response:
    try:
        protocol = protocol_of(service, request)
    except Exception:  # a service that botocore does not know
        protocol = "json"
    if protocol in ("json", "rest-json", "smithy-rpc-v2-cbor"):
        body = json.dumps({"__type": refusal.code, "message": refusal.message, "Message": refusal.message})
        return Response(refusal.status, _with_id([("Content-Type", "application/json"), ("x-amzn-ErrorType", refusal.code)]), body.encode())
    code, message = f"<Code>{escape(refusal.code)}</Code>", f"<Message>{escape(refusal.message)}</Message>"
    if protocol == "ec2":
        body = f"<Response><Errors><Error>{code}{message}</Error></Errors><RequestID>{REQUEST_ID}</RequestID></Response>"
    elif service == "s3":
        body = f"<Error>{code}{message}<RequestId>{REQUEST_ID}</RequestId></Error>"
    else:
        body = f"<ErrorResponse><Error><Type>Sender</Type>{code}{message}</Error><RequestId>{REQUEST_ID}</RequestId></ErrorResponse>"
    return Response(refusal.status, _with_id([("Content-Type", "text/xml")]), f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'.encode())


def _with_id(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [*headers, ("x-amzn-RequestId", REQUEST_ID), ("x-amz-request-id", REQUEST_ID)]
