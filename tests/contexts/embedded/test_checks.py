"""`manage check --deploy` looks at what the runtime's database login could do."""

from typing import Any

import psycopg
from django.conf import LazySettings

from infra.config.checks import check_runtime_login
from infra.config.settings.env import database_settings
from infra.embedded.bootstrap import bootstrap_database
from infra.embedded.postgres import Postgres


def found(settings: LazySettings, url: str) -> set[str]:
    """This will run the check with another login and give the numbers of what it finds."""
    address: dict[str, Any] = database_settings(url)
    settings.DATABASES = {"default": address}
    return {str(message.id) for message in check_runtime_login()}


def test_the_runtime_login_is_accepted(postgres: Postgres, settings: LazySettings) -> None:
    assert found(settings, postgres.runtime_url) == set()


def test_other_logins_are_refused_for_what_they_may(postgres: Postgres, settings: LazySettings) -> None:
    assert found(settings, postgres.owner_url) == {f"hanse.E00{number}" for number in (2, 3, 4, 5)}
    assert "hanse.E002" in found(settings, postgres.superuser_url)


def test_set_config_given_back_to_everyone_is_noticed(postgres: Postgres, settings: LazySettings) -> None:
    bootstrap_database(postgres.superuser_url, "careless")
    with psycopg.connect(postgres.url_for("superuser", "careless"), autocommit=True) as connection:
        connection.execute("GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC")
    try:
        assert found(settings, postgres.url_for("runtime", "careless")) == {"hanse.E005"}
    finally:
        with psycopg.connect(postgres.superuser_url, autocommit=True) as connection:
            connection.execute("DROP DATABASE careless WITH (FORCE)")


def test_an_address_nobody_answers_at_is_an_error(settings: LazySettings) -> None:
    assert found(settings, "postgresql://app_rt:x@127.0.0.1:1/hanse") == {"hanse.E001"}
