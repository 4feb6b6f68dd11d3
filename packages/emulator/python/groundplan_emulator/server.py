"""cheroot in front of the application.

moto's own server closes each connection, and an SDK that meets a closed one repeats a create now and then: connections stay open
here. cheroot keeps the request's own text (an ARN's %2F in a path, the host in a proxy's request).
"""

from __future__ import annotations

from cheroot import wsgi
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from .application import Application
from .control import set_ready
from .mend import check_version

_HOUR_IN_SECONDS = 3600


def listen(host: str, port: int) -> tuple[wsgi.Server, int]:
    check_version()
    server = wsgi.Server(
        (host, port),
        Application(DomainDispatcherApplication(create_backend_app)),
        numthreads=8,
        request_queue_size=256,
        timeout=_HOUR_IN_SECONDS,
    )
    server.keep_alive_conn_limit = 1000
    server.proxy_mode = True
    server.prepare()
    set_ready()
    return server, server.bind_addr[1]
