"""`manage seed` makes the groups asked for, with a login for every role, and the same ones when repeated."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tenants.accounts.models import Person
from tenants.directory.models import BusinessUnit, Group
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tests.api.client import ApiClient
from tests.support.schemas import new_units_dropped


def seed(*arguments):
    out = StringIO()
    call_command("seed", "--json", "--password=seed-password", *arguments, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.timeout(600)
def test_seed_prints_a_login_for_every_role_and_names_the_same_groups_again(live_world):
    with new_units_dropped(live_world):
        told = seed("--groups=2", "--units=1", "--seed=7", "--orders=20")
        assert told["password"] == "seed-password"
        roles = {login["role"] for login in told["groups"][0]["logins"]}
        assert roles >= {
            "hq_admin",
            "hq_auditor",
            "unit_admin",
            "requester",
            "buyer",
            "approver",
            "supplier_contact",
        }
        with unit_of_work(PLATFORM):
            slugs = BusinessUnit.objects.filter(slug__startswith="s7-").values_list("slug", "status")
            assert sorted(slugs) == [("s7-g1-u1", "active"), ("s7-g2-u1", "active")]
        again = seed("--groups=2", "--units=1", "--seed=7", "--orders=20")
        assert [g["group"] for g in again["groups"]] == [g["group"] for g in told["groups"]]
        assert again["groups"][0]["logins"] == told["groups"][0]["logins"]
        with unit_of_work(ACCOUNTS):
            assert Group.objects.filter(name__startswith="Seeded group").count() == 2
        hq_of_one = person_of(told["groups"][0]["logins"][0]["email"])
        units = "{ units(first: 9) { nodes { slug } } }"
        seen = ApiClient(person=hq_of_one).group(units, **{"X-Hanse-Group": told["groups"][0]["group"]})
        assert seen["data"]["units"]["nodes"] == [{"slug": "s7-g1-u1"}]
        other = ApiClient(person=hq_of_one).group(units, **{"X-Hanse-Group": told["groups"][1]["group"]})
        assert other["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def person_of(email):
    with unit_of_work(ACCOUNTS):
        return Person.objects.get(email=email)
