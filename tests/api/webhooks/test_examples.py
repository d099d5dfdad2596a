"""The examples of the developer page do what they say: the very files, as processes of their own."""

import os
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from tenants.kernel.ids import new_id
from tenants.webhooks.signing import headers, new_secret
from tests.factories.people import make_api_key, make_member, make_person

EXAMPLES = Path(__file__).resolve().parents[3] / "docs/examples"


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@contextmanager
def platform():
    from django.core.wsgi import get_wsgi_application
    from django.db import connections

    from api.views import DoorsFirst

    doors = DoorsFirst(get_wsgi_application())

    def app(environ, start_response):
        try:
            return doors(environ, start_response)
        finally:
            connections.close_all()

    server = make_server("127.0.0.1", 0, app, server_class=Server, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def run(command, **environment):
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_reading_with_curl_and_with_python(live_world):
    person = make_person("erp@example.com", name="Erp")
    make_member(person, live_world.a1, "unit_admin")
    secret, _ = make_api_key(person, live_world.a1, "accounts.member.read")
    with platform() as url:
        place = {"HANSE_URL": url, "HANSE_UNIT": "a1", "HANSE_KEY": secret}
        told = run(["sh", str(EXAMPLES / "read_members.sh")], **place)
        assert (
            told
            == '{"data":{"members":{"totalCount":1,"nodes":[{"displayName":"Erp","role":"unit_admin"}]}}}'
        )
        assert run([sys.executable, str(EXAMPLES / "read_members.py")], **place) == "Erp unit_admin\n"


def test_receiving_a_webhook():
    secret, event_id = new_secret(), new_id()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    body = '{"type":"procurement.order.issued","data":{"subject":{"id":"PurchaseOrder_1"}}}'
    signed = headers(event_id=event_id, at=datetime.now(UTC), body=body, known_secrets=[secret])
    receiver = subprocess.Popen(
        [sys.executable, str(EXAMPLES / "receive_webhook.py")],
        env={**os.environ, "HANSE_WEBHOOK_SECRET": secret, "PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        statuses = [deliver(port, sent, signed) for sent in (body, body, body.replace("_1", "_2"))]
    finally:
        receiver.terminate()
    assert statuses == [204, 204, 401]
    assert receiver.communicate()[0] == "procurement.order.issued PurchaseOrder_1\n"


def deliver(port, body, signed):
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", data=body.encode(), headers=signed)
    for _ in range(500):
        try:
            with urllib.request.urlopen(request, timeout=5) as answered:
                return answered.status
        except urllib.error.HTTPError as refused:
            return refused.code
        except urllib.error.URLError:
            threading.Event().wait(0.02)
    raise AssertionError("the example does not listen")
