"""cheroot in front of the application.

moto's own server closes each connection, and an SDK that meets a closed one repeats a create now and then: connections stay open
here. cheroot keeps the request's own text (an ARN's %2F in a path, the host in a proxy's request).
"""

from __future__ import annotations

import io

from cheroot import wsgi
from cheroot.server import HTTPConnection, HTTPRequest
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from .application import Application
from .control import set_ready
from .mend import check_version
from .rules import load

_HOUR_IN_SECONDS = 3600


class _ProxyRequest(HTTPRequest):
    """Clients send whole addresses: the emulator is their proxy too, for hosts such as <bucket>.localhost."""

    def __init__(self, server, connection):
        super().__init__(server, connection, proxy_mode=True)

    def respond(self):
        """Sends head and body as one, as AWS does.

        Go's AWS SDK gives up a DynamoDB answer whose body comes after its head, and asks again: a lock that it has already got.
        """
        wire = self.conn.wfile
        self.conn.wfile = io.BytesIO()
        try:
            super().respond()
        finally:
            answer, self.conn.wfile = self.conn.wfile.getvalue(), wire
            wire.write(answer)


class _Connection(HTTPConnection):
    RequestHandlerClass = _ProxyRequest


class _Server(wsgi.Server):
    ConnectionClass = _Connection
    keep_alive_conn_limit = 1000


def listen(host: str, port: int) -> tuple[wsgi.Server, int]:
    check_version()
    load("requests")
    load("iam")  # every request asks it whose key it carries
    application = Application(DomainDispatcherApplication(create_backend_app))
    server = _Server((host, port), application, numthreads=8, request_queue_size=256, timeout=_HOUR_IN_SECONDS)
    server.prepare()
    set_ready()
    return server, server.bind_addr[1]
