"""Logs carry no secrets, no addresses of people, and one line a fact."""

import io
import json
import logging

import pytest
import structlog

from infra.config.logs import HIDDEN, clean, logging_settings


@pytest.fixture
def line():
    """Writes one log line in the collectors' form and gives it."""
    formatter = dict(logging_settings("INFO", "json")["formatters"]["line"])
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter.pop("()")(**formatter))
    logger = logging.getLogger("hanse.test")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.INFO)

    def write(event, **values):
        stream.truncate(stream.seek(0))
        structlog.get_logger("hanse.test").info(event, **values)
        return stream.getvalue()

    return write


@pytest.mark.parametrize(
    "name", ["password", "new_password", "client_secret", "csrftoken", "Authorization", "api_key"]
)
def test_a_value_named_as_a_secret_is_hidden(line, name):
    written = json.loads(line("login", **{name: "canary"}))
    assert written[name] == HIDDEN


@pytest.mark.parametrize(
    "text", ["mail to anna@example.com failed", "Authorization: Bearer canary.abc", "key hk_canary"]
)
def test_addresses_and_keys_inside_a_text_are_hidden(line, text):
    written = line(text, detail=text)
    assert "canary" not in written
    assert "anna@example.com" not in written


def test_a_forged_line_stays_on_its_line(line):
    written = line("search", query='x\r\n{"event": "admin logged in"}\x1b[2J')
    assert written.count("\n") == 1
    assert "\x1b" not in written


def test_a_long_text_is_cut():
    assert len(clean("a" * 10_000)) == 2001


def test_an_exception_is_written_on_one_line_without_its_secrets(line):
    try:
        raise ValueError("cannot reach anna@example.com\nsecond line")
    except ValueError:
        written = line("failed", exc_info=True)
    assert written.count("\n") == 1
    assert "anna@example.com" not in written
