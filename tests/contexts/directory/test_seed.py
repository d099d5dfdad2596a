"""`manage seed` makes the groups asked for, with a login for every role, and the same ones when repeated."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tenants.accounts.models import Person
from tenants.accounts.permissions import ROLES
from tenants.directory.models import BusinessUnit, Group
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work
from tests.api.client import ApiClient
from tests.support.schemas import new_units_dropped

PLACES = {code for code, role in ROLES.items() if role.kind != "operator"}
"""The roles that people have in groups, units and with partners."""


def seed(*arguments):
    out = StringIO()
    call_command("seed", "--json", "--password=seed-password", *arguments, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.timeout(600)
def test_seed_prints_a_login_for_every_role_and_names_the_same_groups_again(live_world):
    with new_units_dropped(live_world):
        told = seed("--groups=2", "--units=1", "--seed=7", "--orders=20")
        assert told["password"] == "seed-password"
        for group in told["groups"]:
            assert {login["role"].removesuffix("_2") for login in group["logins"]} == PLACES
            assert all(person_of(login["email"]).check_password("seed-password") for login in group["logins"])
        for group, slug in zip(told["groups"], ("s7-g1-u1", "s7-g2-u1"), strict=True):
            assert [key["place"] for key in group["api_keys"]] == ["", slug]
            assert slugs_seen(group["api_keys"][0]["secret"]) == [slug]
        with unit_of_work(PLATFORM):
            slugs = BusinessUnit.objects.filter(slug__startswith="s7-").values_list("slug", "status")
            assert sorted(slugs) == [("s7-g1-u1", "active"), ("s7-g2-u1", "active")]
        again = seed("--groups=2", "--units=1", "--seed=7", "--orders=20")
        assert [g["group"] for g in again["groups"]] == [g["group"] for g in told["groups"]]
        assert again["groups"][0]["logins"] == told["groups"][0]["logins"]
        assert slugs_seen(told["groups"][0]["api_keys"][0]["secret"]) is None
        assert slugs_seen(again["groups"][0]["api_keys"][0]["secret"]) == ["s7-g1-u1"]
        with unit_of_work(ACCOUNTS):
            assert Group.objects.filter(name__startswith="Seeded group").count() == 2
        hq_of_one = person_of(told["groups"][0]["logins"][0]["email"])
        units = "{ units(first: 9) { nodes { slug } } }"
        seen = ApiClient(person=hq_of_one).group(units, **{"X-Hanse-Group": told["groups"][0]["group"]})
        assert seen["data"]["units"]["nodes"] == [{"slug": "s7-g1-u1"}]
        other = ApiClient(person=hq_of_one).group(units, **{"X-Hanse-Group": told["groups"][1]["group"]})
        assert other["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def slugs_seen(secret):
    """The units that an API key sees; None when it is worth nothing."""
    answer = ApiClient(secret=secret).group("{ units(first: 9) { nodes { slug } } }")
    return [unit["slug"] for unit in answer["data"]["units"]["nodes"]] if answer.get("data") else None


def person_of(email):
    with unit_of_work(ACCOUNTS):
        return Person.objects.get(email=email)
