"""The table of settings, its reader, and what production refuses."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from infra.config.settings import env as table
from infra.config.settings.env import (
    SETTINGS,
    TABLE,
    SettingError,
    broker_url,
    database_settings,
    email_settings,
    env,
)

ROOT = Path(__file__).resolve().parents[3]
SAFE = {
    "ALLOWED_HOSTS": "hanse.example.com",
    "CLAMD_ADDRESS": "scanner.example.com:3310",
    "DATABASE_OWNER_URL": "postgresql://app_owner:x@db.example.com/hanse",
    "DATABASE_URL": "postgresql://app_rt:x@db.example.com/hanse",
    "EMAIL_FROM": "Hanse <no-reply@example.com>",
    "EMAIL_URL": "smtp://user:x@mail.example.com:587?tls=1",
    "PRIVILEGED_ROLES_NEED_MFA": "true",
    "PUBLIC_URL": "https://hanse.example.com",
    "AUDIT_SIGNING_KEY": "q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80=",
    "FILE_KEYS": "Zt3vXw9Rb2Nf6Lm8Pd4Hs1Jc5Gy0Takq7UoEiAeDqWzXrVnBkMp2Yu",
    "LIVE_URL": "https://hanse.example.com/live",
    "REDIS_URL": "rediss://cache.example.com/0",
    "SECRET_KEY": "kq7Zt3vXw9Rb2Nf6Lm8Pd4Hs1Jc5Gy0Ta-Uo_Ei/AeDqWzXrVnBk",
    "TRUSTED_PROXY_HOPS": "1",
}
UNSAFE = {
    "ALLOWED_HOSTS": "*",
    "APPROVAL_MAX_HUMAN_STEPS": "9",
    "CLAMD_ADDRESS": "",
    "DATABASE_OWNER_URL": "",
    "DATABASE_URL": "",
    "AUDIT_SIGNING_KEY": "",
    "DEBUG": "true",
    "DNB_API_BASE": "https://stand-in.example.com",
    "EMAIL_FROM": "Hanse <no-reply@localhost>",
    "EMAIL_URL": "console:",
    "FILE_KEYS": "",
    "GRAPHQL_INTROSPECTION": "true",
    "LIVE_URL": "http://hanse.example.com:8001",
    "LOG_LEVEL": "debug",
    "PRIVILEGED_ROLES_NEED_MFA": "false",
    "PUBLIC_URL": "http://hanse.example.com",
    "REDIS_URL": "",
    "SAP_STAND_IN": "http://127.0.0.1:8030",
    "SECRET_KEY": "short",
    "SESSION_HOURS": "48",
    "SESSION_IDLE_MINUTES": "600",
    "STATEMENT_TIMEOUT_MS": "0",
    "STRIPE_API_BASE": "http://stripe.example.com",
    "TRUSTED_PROXY_HOPS": "0",
    "WEBHOOKS_TO_THIS_MACHINE": "on",
}


def names_of(refusals: list[str]) -> set[str]:
    """This will give the settings the refusals are about, of those tried here."""
    return {refusal.split(" ")[0] for refusal in refusals} & set(UNSAFE)


def start_production(**environment: str) -> subprocess.CompletedProcess[str]:
    """This will load the production settings in a process of its own."""
    known = {name: value for name, value in os.environ.items() if name not in TABLE}
    code = (
        "import django; django.setup(); from django.conf import settings; print(settings.SESSION_COOKIE_NAME)"
    )
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**known, **environment, "DJANGO_SETTINGS_MODULE": "infra.config.settings.production",
             "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'graphql'}"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip


def test_production_starts_with_safe_values() -> None:
    done = start_production(**SAFE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "__Host-session"


def test_production_names_every_unsafe_setting_at_once() -> None:
    done = start_production(**{**SAFE, **UNSAFE})
    assert done.returncode != 0
    named = set(re.findall(r"^  - (\w+) is unsafe", done.stderr, re.MULTILINE))
    assert named == set(UNSAFE)


@pytest.mark.parametrize("name", sorted(UNSAFE))
def test_each_unsafe_value_is_refused_and_its_safe_counterpart_is_not(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for known in TABLE:
        monkeypatch.delenv(known, raising=False)
    for known, value in SAFE.items():
        monkeypatch.setenv(known, value)
    assert not names_of(table.unsafe_settings())
    monkeypatch.setenv(name, UNSAFE[name])
    assert names_of(table.unsafe_settings()) == {name}


def test_every_setting_with_an_unsafe_value_is_tried_here() -> None:
    assert {setting.name for setting in SETTINGS if setting.is_unsafe} == set(UNSAFE)


def test_table_is_complete() -> None:
    assert len(TABLE) == len(SETTINGS)
    assert all(f"{name}  (" in table.settings_table() for name in TABLE)
    assert all(setting.meaning.endswith(".") for setting in SETTINGS)
    assert all(bool(setting.unsafe) == bool(setting.is_unsafe) for setting in SETTINGS)


def test_every_setting_is_read_somewhere_and_every_read_setting_is_in_the_table() -> None:
    read = set()
    for top in ("infra", "tenants", "commerce", "billing", "graphql/api"):
        for file in (ROOT / top).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "env":
                    read |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    assert read - set(TABLE) == set()


def test_values_come_in_their_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example")
    monkeypatch.setenv("DEBUG", "yes")
    monkeypatch.setenv("WEB_PORT", "9000")
    monkeypatch.setenv("HANSE_HOME", "/srv/hanse")
    monkeypatch.delenv("MEDIA_ROOT", raising=False)
    assert env("ALLOWED_HOSTS") == ["a.example", "b.example"]
    assert env("DEBUG") is True
    assert env("WEB_PORT") == 9000
    assert env("MEDIA_ROOT") == Path("/srv/hanse/media")


@pytest.mark.parametrize(("name", "value"), [("WEB_PORT", "many"), ("DEBUG", "perhaps")])
def test_a_value_that_cannot_be_read_names_its_setting(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=name):
        env(name)


def test_a_name_outside_the_table_cannot_be_read() -> None:
    with pytest.raises(KeyError):
        env("HOME")


def test_addresses() -> None:
    database = database_settings("postgresql://app_rt:p%40ss@/hanse?host=/run/pg&sslmode=disable")
    assert (database["NAME"], database["USER"], database["PASSWORD"]) == ("hanse", "app_rt", "p@ss")
    assert (database["HOST"], database["OPTIONS"]) == ("/run/pg", {"sslmode": "disable"})
    assert broker_url("unix:///run/valkey.sock?db=2") == "redis+socket:///run/valkey.sock?virtual_host=2"
    assert broker_url("rediss://cache.example.com/0") == "rediss://cache.example.com/0"
    mail = email_settings("smtps://user:x@mail.example.com")
    assert (mail["EMAIL_PORT"], mail["EMAIL_USE_SSL"], mail["EMAIL_USE_TLS"]) == (465, True, False)
    for bad in ("mysql://x/y", "postgresql://x"):
        with pytest.raises(SettingError):
            database_settings(bad)
    with pytest.raises(SettingError):
        email_settings("carrier-pigeon://x")
