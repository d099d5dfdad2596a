"""An operator locks a person out by a command."""

import pytest
from django.core.management import CommandError, call_command

from tenants.accounts.models import Person
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.factories.people import make_person


def test_the_command_locks_a_person_out(world, capsys):
    make_person("wang@example.com")
    call_command("person_deactivate", "Wang@example.com", "--reason=left")
    with unit_of_work(ACCOUNTS):
        person = Person.objects.get()
    assert (person.is_active, person.session_epoch) == (False, 2)
    assert "locked out" in capsys.readouterr().out


def test_an_unknown_address_is_told(world):
    with pytest.raises(CommandError, match="no person"):
        call_command("person_deactivate", "nobody@example.com", "--reason=left")
