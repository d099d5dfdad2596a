"""GraphiQL is there for developers, from local files under the page's policy; production has no such page."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from api.views import DoorsFirst
from infra.config.graphiql import wants_page
from infra.config.settings.env import TABLE

PAGE = '<meta name="csp-nonce" content="__CSP_NONCE__" /><div id="graphiql"></div>'


@pytest.fixture
def built(settings, tmp_path):
    (tmp_path / "graphiql.html").write_text(PAGE)
    settings.FRONTEND_DIST = tmp_path
    settings.GRAPHQL_INTROSPECTION = True


@pytest.mark.parametrize("path", ["/graphql", "/u/a1/graphql"])
def test_a_browser_in_development_gets_the_page(built, path):
    response = Client().get(path, headers={"Accept": "text/html"})
    assert response.status_code == 200
    assert 'id="graphiql"' in response.content.decode()
    policy = response["Content-Security-Policy"]
    nonce = re.search(r"'nonce-([^']+)'", policy).group(1)
    assert f'content="{nonce}"' in response.content.decode()
    assert "default-src 'none'" in policy
    assert "http" not in policy


@pytest.mark.parametrize(("on", "accept"), [(False, "text/html"), (True, "application/json")])
def test_everything_else_meets_the_door(built, settings, on, accept):
    settings.GRAPHQL_INTROSPECTION = on
    response = Client().get("/graphql", headers={"Accept": accept})
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"


def test_the_fast_path_leaves_the_page_to_django(built):
    asked = {"REQUEST_METHOD": "GET", "HTTP_ACCEPT": "text/html", "PATH_INFO": "/graphql"}
    application = DoorsFirst(lambda environ, start: [b"page"], leave=wants_page)
    assert application(asked, lambda *_: None) == [b"page"]


def test_production_refuses_to_start_with_it():
    assert TABLE["GRAPHQL_INTROSPECTION"].is_unsafe(True)
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        [sys.executable, "-c", "import infra.config.settings.production"],
        env={**os.environ, "GRAPHQL_INTROSPECTION": "true", "PYTHONPATH": str(root)},
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode != 0
    assert "GRAPHQL_INTROSPECTION is unsafe" in run.stderr
