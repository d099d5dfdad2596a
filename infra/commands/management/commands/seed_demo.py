"""`manage seed_demo`: loads the demo group once and prints its logins; again, it repairs what is missing."""

import json
import secrets
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from infra.demo.deliveries import close_quarter, write_deliveries
from infra.demo.documents import Desk, offers_of, write_documents
from infra.demo.masters import blacklist_one, enter_rates, load_history, set_up_unit
from infra.demo.partners import CONTACT_OF, appoint_contact, make_suppliers, set_accounts
from infra.demo.places import DemoGroup, Login, add_login, make_group, make_person
from infra.demo.plan import DEMO
from tenants.accounts.services.operators import operator_appoint
from tenants.kernel.errors import DomainError
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, unit_of_work

HISTORY = "washington"


class Command(BaseCommand):
    """All by services, as people would: sign-up, units, members, import, flows, requisitions, orders."""

    help = "Load the demo group: three units, people for every role, real suppliers and orders. Prints the logins."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--password", help="everybody's password; a random one when left out")
        parser.add_argument(
            "--orders", type=int, help="how many of the 4,965 past orders to import; all when left out"
        )
        parser.add_argument("--json", action="store_true", help="print the logins as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        self.verbosity = options["verbosity"]
        password = options["password"] or f"hanse-{secrets.token_hex(4)}"
        try:
            group = self._seed(password, clock.now(), options["orders"])
        except DomainError as refusal:
            raise CommandError(f"{refusal.code}: {refusal.message('en')}") from refusal
        if options["json"]:
            self.stdout.write(json.dumps({"password": password, "logins": [_plain(x) for x in group.logins]}))
            return
        self.stdout.write(f"Password of all: {password}")
        for login in group.logins:
            self.stdout.write(f"{login.email:<48}{login.place or 'group':<12}{login.role}")

    def _seed(self, password: str, at: datetime, limit: int | None) -> DemoGroup:
        self._say("groups, units and people")
        group = make_group(DEMO, password=password, at=at)
        load_history(group, unit=HISTORY, at=at, limit=limit, say=self._say)
        enter_rates(group, at=at)
        offers = offers_of(group, unit=HISTORY, at=at)
        suppliers = make_suppliers(group, at=at)
        add_login(
            group, "supplier_contact", unit=HISTORY, supplier_org_id=suppliers[CONTACT_OF],
            password=password, at=at,
        )  # fmt: skip
        appoint_contact(group, group.logins[-1].person_id, suppliers[CONTACT_OF], at=at)
        desks = [Desk(group, group.units[plan.slug], offers, at) for plan in DEMO.units]
        for plan, desk in zip(DEMO.units, desks, strict=True):
            set_up_unit(group, plan, at=at)
            self._say(f"{write_documents(desk)} requisitions written in {plan.slug}")
            set_accounts(desk, suppliers)
            write_deliveries(desk, suppliers)
        close_quarter(desks, suppliers)
        self._appoint_operator(group, password, at)
        blacklist_one(group, Desk(group, group.units["rotterdam"], offers, at), at=at)
        return group

    def _appoint_operator(self, group: DemoGroup, password: str, at: datetime) -> None:
        """One who runs the service; the console asks for a second factor, set up on the first visit."""
        email = group.plan.email("operator")
        person_id = make_person(email, "operator", "", password)
        with unit_of_work(ACCOUNTS):
            operator_appoint(at=at, email=email, role="operator_admin")
        group.logins.append(Login(email, "operator_admin", "console", person_id))

    def _say(self, text: str) -> None:
        """Only on request: `make run` keeps every line of this command to show the logins again."""
        if self.verbosity > 1:
            self.stderr.write(f"demo: {text}")


def _plain(login: Login) -> dict[str, str]:
    return {"email": login.email, "role": login.role, "place": login.place}
