"""Log lines: one form for all, and no secrets in them."""

import subprocess
import sys
from pathlib import Path

import pytest

from infra.config.logs import HIDDEN, without_secrets

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import logging, logging.config
from infra.config.logs import logging_settings
logging.config.dictConfig(logging_settings("info", "{form}"))
import structlog
structlog.get_logger("hanse.unit").info("unit.opened", unit="t1", session_token="canary-1")
logging.getLogger("plain").warning("plain line")
logging.getLogger("plain").debug("too quiet")
try:
    canary = "canary-2"
    1 / 0
except ZeroDivisionError:
    structlog.get_logger("hanse.unit").exception("failed")
"""


@pytest.mark.parametrize("form", ["console", "json"])
def test_lines_are_readable_and_hold_no_secret(form: str) -> None:
    code = PROGRAM.format(form=form)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    said = done.stderr
    assert "unit.opened" in said and "plain line" in said and "ZeroDivisionError" in said
    assert "too quiet" not in said
    assert "canary-1" not in said
    assert "canary-2" not in "".join(line for line in said.splitlines() if "canary =" not in line)


@pytest.mark.parametrize(
    "key", ["password", "api_key", "Authorization", "set_cookie", "request_body", "otp_secret"]
)
def test_values_of_telling_keys_are_hidden(key: str) -> None:
    assert without_secrets(None, "info", {key: "x", "event": "e"}) == {key: HIDDEN, "event": "e"}
