"""`manage seed`: groups and units with people in every role and documents, for examination from outside."""

import json
import secrets
import uuid
from argparse import ArgumentParser
from datetime import datetime

from django.core.management.base import BaseCommand, CommandError

from infra.demo.documents import Desk, offers_of, write_documents
from infra.demo.keys import ApiClient, make_key
from infra.demo.masters import enter_rates, load_history, set_up_unit
from infra.demo.places import DemoGroup, Login, add_login, make_group
from infra.demo.plan import GroupPlan
from infra.demo.random_plan import random_plans
from tenants.kernel.errors import DomainError
from tenants.runtime import clock


class Command(BaseCommand):
    help = (
        "Make groups with units, people for every role and documents in every state, all through the services, "
        "and print a login for each. The same numbers and seed name the same groups; again, it repairs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--groups", type=int, default=2)
        parser.add_argument("--units", type=int, default=2, help="in each group")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--orders", type=int, default=60, help="past orders of the first unit of each group"
        )
        parser.add_argument("--password", default="", help="everybody's password; a random one when left out")
        parser.add_argument("--json", action="store_true", help="print the logins as JSON")

    def handle(
        self,
        *args: object,
        groups: int,
        units: int,
        seed: int,
        orders: int,
        password: str,
        json: bool,
        **options: object,
    ) -> None:
        if not (1 <= groups <= 1000 and 1 <= units <= 1000):
            raise CommandError("Ask for 1 to 1000 groups of 1 to 1000 units.")
        password = password or f"hanse-{secrets.token_hex(4)}"
        try:
            made = [
                self._make(plan, password=password, orders=orders, at=clock.now())
                for plan in random_plans(groups=groups, units=units, seed=seed)
            ]
        except DomainError as refusal:
            raise CommandError(f"{refusal.code}: {refusal.message('en')}") from refusal
        keys = {
            group.group_id: [make_key(group, at=clock.now(), unit=unit) for unit in ("", *group.units)]
            for group in made
        }
        self._print(made, keys, password, as_json=json)

    def _make(self, plan: GroupPlan, *, password: str, orders: int, at: datetime) -> DemoGroup:
        group = make_group(plan, password=password, at=at)
        first = plan.units[0].slug
        enter_rates(group, at=at)
        load_history(group, unit=first, at=at, limit=orders, say=lambda line: None)
        offers = offers_of(group, unit=first, at=at)
        for unit in plan.units:
            set_up_unit(group, unit, at=at)
            if offers:
                write_documents(Desk(group, group.units[unit.slug], offers, at))
        if offers:
            add_login(
                group, "supplier_contact", unit=first, supplier_org_id=offers[0].supplier_org_id,
                password=password, at=at,
            )  # fmt: skip
        add_login(
            group, "distributor_contact", unit=first, password=password, at=at,
            distributor_id=uuid.uuid5(group.group_id, "distributor"),
        )  # fmt: skip
        if "hq_finance" not in {login.role for login in group.logins}:
            add_login(group, "hq_finance", password=password, at=at)
        return group

    def _print(
        self, made: list[DemoGroup], keys: dict[uuid.UUID, list[ApiClient]], password: str, *, as_json: bool
    ) -> None:
        if as_json:
            told = [
                {
                    "group": str(group.group_id),
                    "name": group.plan.name,
                    "logins": [_plain(x) for x in group.logins],
                    "api_keys": [{"place": key.place, "secret": key.secret} for key in keys[group.group_id]],
                }
                for group in made
            ]
            self.stdout.write(json.dumps({"password": password, "groups": told}))
            return
        self.stdout.write(f"Password of all: {password}")
        for group in made:
            self.stdout.write(f"\n{group.plan.name}  {group.group_id}")
            for login in group.logins:
                self.stdout.write(f"  {login.email:<56}{login.place or 'group':<14}{login.role}")
            for key in keys[group.group_id]:
                self.stdout.write(f"  {key.secret:<56}{key.place or 'group':<14}API key")


def _plain(login: Login) -> dict[str, str]:
    return {"email": login.email, "role": login.role, "place": login.place}
