"""The app's document carries a fresh nonce and a strict policy; the operators' doors tell the truth."""

import re

import pytest
from django.test import Client

from infra.config.pages import content_policy


@pytest.fixture
def built(settings, tmp_path):
    (tmp_path / "index.html").write_text('<meta name="csp-nonce" content="__CSP_NONCE__">')
    settings.FRONTEND_DIST = tmp_path


@pytest.mark.parametrize("path", ["/", "/login", "/u/a1/requisitions", "/invitations/abc"])
def test_every_screen_gets_the_document_with_its_own_nonce(built, path):
    pages = [Client().get(path) for _ in range(2)]
    nonces = [re.search(r'content="([^"]+)"', page.content.decode()).group(1) for page in pages]
    assert nonces[0] != nonces[1]
    for page, nonce in zip(pages, nonces, strict=True):
        assert f"script-src 'self' 'nonce-{nonce}'" in page["Content-Security-Policy"]
        assert page["Cache-Control"] == "no-store"
        assert page["X-Content-Type-Options"] == "nosniff"


def test_the_policy_allows_no_inline_script_and_no_frames():
    policy = dict(part.split(" ", 1) for part in content_policy("n").split("; "))
    assert "'unsafe-inline'" not in policy["script-src"] + policy["style-src"]
    assert policy["frame-ancestors"] == "'none'"


def test_a_missing_build_says_what_to_do(settings, tmp_path):
    settings.FRONTEND_DIST = tmp_path
    answer = Client().get("/")
    assert answer.status_code == 503
    assert b"make run" in answer.content


def test_liveness_needs_nothing_and_readiness_needs_both(world, valkey, settings):
    assert Client().get("/livez").content == b"ok"
    settings.REDIS_URL = valkey.url
    ready = Client().get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"database": True, "broker": True})
    settings.REDIS_URL = "redis://127.0.0.1:1"
    down = Client().get("/readyz")
    assert (down.status_code, down.json()) == (503, {"database": True, "broker": False})


def test_figures_are_for_this_machine_alone(world):
    assert Client().get("/metrics", REMOTE_ADDR="127.0.0.1").status_code == 200
    assert Client().get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 404
    assert (
        Client().get("/metrics", REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="203.0.113.9").status_code
        == 404
    )
