"""The WSGI application: rules around moto's own."""

from __future__ import annotations

import http
import io
import re
import sys
import traceback
import urllib.parse
from collections.abc import Callable, Iterable
from typing import Any

from botocore.exceptions import UnknownServiceError
from botocore.model import OperationNotFoundError
from moto.iam import models as iam

from . import constraints, control, identify, messages, rules
from .call import AwsError, Call
from .identify import Request, Signed
from .locks import LOCKS
from .messages import Message, Response
from .record import RECORD

Environ = dict[str, Any]
Wsgi = Callable[[Environ, Any], Iterable[bytes]]

_OURS = re.compile(r"^(localhost|127\.0\.0\.1|\[::1\]|[^:]+\.localhost|[^:]+\.amazonaws\.com)(:\d+)?$")
_PHRASES = {status.value: status.phrase for status in http.HTTPStatus}
_BUCKET_HOST = re.compile(r"^(.+)\.localhost(:\d+)?$")


class Application:
    def __init__(self, moto: Wsgi) -> None:
        self._moto = moto

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        request = _read(environ)
        response = self._respond(environ, request)
        headers = [(name, value) for name, value in response.headers if name.lower() not in ("connection", "transfer-encoding")]
        if not any(name.lower() == "content-length" for name, _ in headers) and response.status not in (204, 304):
            headers.append(("Content-Length", str(len(response.body))))
        start_response(f"{response.status} {_phrase(response.status)}", headers)
        return [] if request.method == "HEAD" or response.status in (204, 304) else [response.body]

    def _respond(self, environ: Environ, request: Request) -> Response:
        if not _OURS.match(environ.get("HTTP_HOST", "localhost")):
            return _text(502, f"the emulator stands in for AWS alone and does not pass requests on to {environ['HTTP_HOST']}\n")
        if request.raw_path.startswith(control.PREFIX):
            return control.respond(request)
        scope = identify.signed(request)
        if scope is None:
            return self._pass_on(environ, "unsigned", request)
        with LOCKS[scope.service]:
            return self._signed(environ, request, scope)

    def _signed(self, environ: Environ, request: Request, scope: Signed) -> Response:
        service = scope.service
        operation = None
        try:
            if service == "s3":
                request = _path_style(environ, request)
            rules.load(service)
            operation, labels = identify.operation(service, request)
            RECORD.call(service, operation or f"{request.method} {request.raw_path}")
            key = (service, operation or "")
            ruled = key in rules.STUBS or key in rules.BEFORE or key in rules.AFTER
            if operation is None or not (ruled or constraints.known(service)):
                return self._checked(environ, request, service, operation)
            return self._ruled(environ, request, scope, operation, labels)
        except AwsError as refusal:
            return messages.error(service, request, refusal)
        except NotImplementedError as problem:
            return _unanswered(service, operation or request.raw_path, request, str(problem))
        except Exception as problem:
            return _broken(service, operation or f"{request.method} {request.raw_path}", request, problem)

    def _ruled(self, environ: Environ, request: Request, scope: Signed, operation: str, labels: dict[str, str]) -> Response:
        message = Message(scope.service, operation, request)
        call = Call(iam.get_account_id_from(scope.access_key), scope.region, scope.service, operation, message.params(labels))
        if constraints.known(scope.service):
            constraints.check(scope.service, message.operation, call.params)
        key = (scope.service, operation)
        if key in rules.STUBS:
            return message.answer(rules.STUBS[key](call))
        if key in rules.BEFORE:
            sent = message.body(call.params)
            for before in rules.BEFORE[key]:
                before(call)
            changed = message.body(call.params)
            if changed != sent:
                environ = {**environ, "wsgi.input": io.BytesIO(changed), "CONTENT_LENGTH": str(len(changed))}
        response = self._checked(environ, request, scope.service, operation)
        if response.status >= 300 or key not in rules.AFTER:
            return response
        answer: dict[str, Any] | bytes = message.parsed(response)
        for after in rules.AFTER[key]:
            if isinstance(answer, dict):
                answer = after(call, answer) or answer
        return message.answer(answer)

    def _checked(self, environ: Environ, request: Request, service: str, operation: str | None) -> Response:
        """moto's answer; where moto has none, a 501, which SDKs do not repeat."""
        name = operation or f"{request.method} {request.raw_path}"
        try:
            response = self._pass_on(environ, service, request)
        except (NotImplementedError, OperationNotFoundError, UnknownServiceError) as problem:
            return _unanswered(service, name, request, str(problem))
        missing = response.status == 404 and response.body.lstrip()[:9].lower() == b"<!doctype"
        return _unanswered(service, name, request, "no route") if missing else response

    def _pass_on(self, environ: Environ, service: str, request: Request) -> Response:
        environ["wsgi.input"].seek(0)
        sent: list[Any] = []
        try:
            body = b"".join(self._moto(environ, lambda status, headers, problem=None: sent.extend((status, headers))))
        except Exception as problem:
            if service == "unsigned":
                return _broken(service, f"{request.method} {request.raw_path}", request, problem)
            raise
        return Response(int(sent[0].split()[0]), list(sent[1]), body)


def _read(environ: Environ) -> Request:
    """Reads the body whole, and mends the path: PATH_INFO must be unquoted, and a proxy's request carries the host in it."""
    body = environ["wsgi.input"].read()
    environ["wsgi.input"] = io.BytesIO(body)
    environ["CONTENT_LENGTH"] = str(len(body))
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    sent = environ["REQUEST_URI"]
    absolute = re.match(r"^https?://([^/?#]*)", sent)
    if absolute:
        environ["HTTP_HOST"] = absolute[1]
        sent = sent[absolute.end() :] or "/"
    raw_path = sent.partition("?")[0] or "/"
    environ["REQUEST_URI"] = environ["RAW_URI"] = sent
    environ["PATH_INFO"] = urllib.parse.unquote_to_bytes(raw_path).decode("latin-1")
    headers = {name[5:].replace("_", "-").lower(): value for name, value in environ.items() if name.startswith("HTTP_")}
    headers["content-type"] = environ.get("CONTENT_TYPE") or ""
    return Request(environ["REQUEST_METHOD"], raw_path, environ.get("QUERY_STRING", ""), headers, body)


def _path_style(environ: Environ, request: Request) -> Request:
    """A bucket in the host's name goes into the path: bucket.localhost/key is localhost/bucket/key."""
    found = _BUCKET_HOST.match(environ.get("HTTP_HOST", ""))
    if found is None:
        return request
    bucket, port = found[1], found[2] or ""
    environ["HTTP_HOST"] = f"localhost{port}"
    environ["PATH_INFO"] = f"/{bucket}{environ['PATH_INFO']}"
    environ["REQUEST_URI"] = environ["RAW_URI"] = f"/{bucket}{environ['REQUEST_URI']}"
    return Request(request.method, f"/{bucket}{request.raw_path}", request.query_string, request.headers, request.body)


def _unanswered(service: str, operation: str, request: Request, detail: str) -> Response:
    RECORD.fault(service, operation, "unanswered", detail)
    print(f"501 {service} {operation}: {detail}", file=sys.stderr, flush=True)
    return messages.error(service, request, AwsError("NotImplemented", f"the emulator does not answer {service} {operation}", 501))


def _broken(service: str, operation: str, request: Request, problem: Exception) -> Response:
    detail = "".join(traceback.format_exception(problem))
    RECORD.fault(service, operation, "traceback", detail)
    print(detail, file=sys.stderr, flush=True)
    text = f"the emulator failed in {service} {operation}: {type(problem).__name__}: {problem}"
    return messages.error(service, request, AwsError("NotImplemented", text, 501))


def _text(status: int, text: str) -> Response:
    return Response(status, [("Content-Type", "text/plain")], text.encode())


def _phrase(status: int) -> str:
    return _PHRASES.get(status, "Status")
