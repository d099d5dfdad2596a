"""The app's document carries a fresh nonce and a strict policy; the operators' doors tell the truth."""

import re

import pytest
from django.test import Client

from infra.config.pages import content_policy, page
from tests.support.mutants import must_fail, mutated
from tests.support.platform import ROOT


@pytest.fixture
def built(settings, tmp_path):
    (tmp_path / "index.html").write_text('<meta name="csp-nonce" content="__CSP_NONCE__">')
    settings.FRONTEND_DIST = tmp_path


@pytest.mark.parametrize("path", ["/", "/login", "/u/a1/requisitions", "/invitations/abc"])
def test_every_screen_gets_the_document_with_its_own_nonce(built, path):
    documents = [Client().get(path) for _ in range(2)]
    nonces = [re.search(r'content="([^"]+)"', each.content.decode()).group(1) for each in documents]
    assert nonces[0] != nonces[1]
    for document, nonce in zip(documents, nonces, strict=True):
        assert f"script-src 'self' 'nonce-{nonce}'" in document["Content-Security-Policy"]
        assert document["Cache-Control"] == "no-store"
        assert document["X-Content-Type-Options"] == "nosniff"


NOTHING_FOREIGN = {
    "default-src": "'none'",
    "script-src": "'self' 'nonce-n'",
    "style-src": "'self' 'nonce-n'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self' https://live.example.com",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""R37: our own origin, the live door's, and what carries the page's nonce; attributes of style alone are free."""


def test_the_policy_allows_our_own_alone(settings):
    settings.LIVE_URL = "https://live.example.com/events"
    assert dict(part.split(" ", 1) for part in content_policy("n").split("; ")) == NOTHING_FOREIGN


def test_no_page_runs_a_script_of_its_own_text_or_of_another_origin():
    for document in (ROOT / "frontend").glob("*.html"):
        for attributes, text in re.findall(
            r"<script\b([^>]*)>(.*?)</script>", document.read_text(), re.DOTALL
        ):
            assert text.strip() == "", document.name
            assert re.search(r'src="/[^/]', attributes), document.name
        assert not re.search(r"\son\w+=|javascript:", document.read_text()), document.name


def test_other_answers_may_not_be_framed_or_guessed(world):
    for answer in (Client().get("/livez"), Client().get("/graphql"), Client().get("/nowhere.json")):
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("guard", "instead"),
    [
        (
            "'self' 'nonce-{nonce}'\",\n            f\"style-src",
            "'self' 'unsafe-inline'\",\n            f\"style-src",
        ),
        ("\"default-src 'none'\",", "\"default-src 'self'\","),
        ("\"frame-ancestors 'none'\",", ""),
        ("\"base-uri 'none'\",", ""),
        ("f\"connect-src 'self'{live}\",", '"connect-src *",'),
    ],
    ids=["inline script", "default", "frames", "base", "connections"],
)
def test_a_weaker_policy_is_noticed(settings, request, guard, instead):
    with mutated(content_policy, guard, instead):
        must_fail(test_the_policy_allows_our_own_alone, request)


def test_a_nonce_used_twice_is_noticed(built, request):
    with mutated(page, "secrets.token_urlsafe(18)", '"always the same"'):
        must_fail(test_every_screen_gets_the_document_with_its_own_nonce, request, path="/")


def test_a_document_without_its_policy_is_noticed(built, request):
    with mutated(page, 'response["Content-Security-Policy"] = content_policy(nonce)', "pass"):
        must_fail(test_every_screen_gets_the_document_with_its_own_nonce, request, path="/")


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
