"""A newcomer's way to the first purchase order, and a group's to ten loaded units, in a browser on the whole platform.

    python -m tests.load.bench_newcomer [units]

The machine's time is measured. A person's is modelled and counted: every screen is read, every field thought about
and filled, every button looked for. The model is slow on purpose, and it is a model: no person was timed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

from infra.config.settings.env import TABLE, env
from infra.tools.browser import find_chromium
from tests.journeys.mailbox import link_to
from tests.journeys.people import Person
from tests.load.report import Figure, keep, table

ROOT = Path(__file__).resolve().parents[2]
ORDERS, MAPPING = ROOT / "infra/demo/data/scms_before_2014.csv.gz", ROOT / "infra/demo/scms.toml"
EMAIL, PASSWORD = "newcomer@bench.example", "a-long-sentence-for-the-bench"
READING, FILLING, CLICKING, MAILBOX, MAPPED = 30, 15, 5, 120, 3600
"""Seconds of a person: a screen read, a field filled, a button found, a mail waited for, a file's columns mapped."""

INVITED = 5
PATIENCE = 120_000  # milliseconds
ORDER_MOST, GROUP_MOST, LOGIN_MOST = 30 * 60, 24 * 3600, 60
CUSTOM_MOST = 40  # per cent of all lines


@dataclass
class Hand:
    """One person's hands and eyes: everything done is counted."""

    page: Page
    screens: int = 0
    fields: int = 0
    clicks: int = 0
    mails: int = 0
    began: float = field(default_factory=time.monotonic)

    @property
    def person(self) -> int:
        """Seconds the model gives a person for what was done."""
        return self.screens * READING + self.fields * FILLING + self.clicks * CLICKING + self.mails * MAILBOX

    @property
    def machine(self) -> float:
        """Seconds since the beginning, in which no person was waited for."""
        return time.monotonic() - self.began

    def see(self, heading: str) -> None:
        """A screen is there and read."""
        self.page.get_by_role("heading", name=heading).first.wait_for()
        self.screens += 1

    def fill(self, label: str, words: str) -> None:
        """A field is filled."""
        self.page.get_by_label(label, exact=True).fill(words)
        self.fields += 1

    def choose(self, label: str, words: str, *, scope: Any = None) -> None:
        """An option is searched for and taken."""
        box = (scope or self.page).get_by_role("combobox", name=label)
        box.click()
        box.fill(words)
        self.page.locator(".ant-select-item-option:visible", has_text=words).first.click()
        self.fields += 1

    def click(self, role: str, name: str) -> None:
        """A button or a link is found and clicked."""
        self.page.get_by_role(role, name=name, exact=True).click()  # type: ignore[arg-type]
        self.clicks += 1


def to_first_order(hand: Hand, mail: Path) -> float:
    """This will sign up, open a group and issue an order; gives the seconds from the last click to the first login."""
    page = hand.page
    page.goto("/welcome")
    hand.screens += 1
    hand.click("link", "Open an account")
    hand.see("Create your account")
    for label, words in (("Your name", "Mei Lan"), ("E-mail", EMAIL), ("Password", PASSWORD)):
        hand.fill(label, words)
    hand.click("button", "Create account")
    hand.see("Look into your mailbox")
    hand.mails += 1
    page.goto(link_to(mail, EMAIL, "/account/verify-email/"))
    hand.screens += 1
    hand.click("button", "Confirm")
    page.wait_for_url("**/login**")
    hand.screens += 1
    page.locator("input[type=email]").fill(EMAIL)
    page.locator("input[type=password]").fill(PASSWORD)
    hand.fields += 2
    page.keyboard.press("Enter")
    page.wait_for_url("**/start")
    ready = open_group(hand)
    first_order(hand)
    return ready


def open_group(hand: Hand) -> float:
    """This will fill the one form and wait for the unit; gives the seconds it took to be inside."""
    page = hand.page
    hand.screens += 1
    hand.fill("Name of the group", "Harbour Holding")
    hand.fill("Name of the first unit", "Harbour 1")
    for label, words in (("Country", "Netherlands"), ("Currency", "EUR"), ("Time zone", "Europe/Amsterdam")):
        hand.choose(label, words)
    page.get_by_label("Short name of the unit").focus()
    clicked = time.monotonic()
    hand.click("button", "Open the group")
    page.wait_for_url("**/g/*/start")
    hand.screens += 1
    guide = page.url
    hand.click("link", "Enter Harbour 1")
    hand.see("Harbour 1")
    ready = time.monotonic() - clicked
    page.goto(guide)
    hand.screens += 1
    return ready


def first_order(hand: Hand) -> None:
    """This will load the sample and issue an order of it."""
    page = hand.page
    hand.click("button", "Load the sample")
    hand.click("link", "New purchase order")
    hand.see("New purchase order")
    hand.choose("Supplier", "Sample supplier 1")
    line = page.get_by_role("group", name="Line 1")
    for label, words in (("Description", "Copy paper A4"), ("Quantity", "10"), ("Unit price", "4.5")):
        line.get_by_label(label).fill(words)
        hand.fields += 1
    hand.click("button", "Save as draft")
    page.wait_for_url("**/orders/PurchaseOrder_*")
    hand.screens += 1
    hand.click("button", "Submit for approval")
    hand.click("button", "Issue")
    page.get_by_text("Issued to the supplier").wait_for()


@dataclass
class Loaded:
    """A group of several units, each with people invited and a table of orders imported."""

    units: int
    machine: float
    person: int
    orders: int


def load_group(context: BrowserContext, units: int, home: Path) -> Loaded:
    """This will give a group its other units, invite people to each and import the orders.

    The screens' own requests are sent; what a person would read, fill and click for them is added by the model.
    """
    hq = Person(context, EMAIL, PASSWORD).at_head_office()
    began, person = time.monotonic(), MAPPED
    for number in range(1, units + 1):
        slug = f"harbour-{number}"
        if number > 1:
            given = {"slug": slug, "name": f"Harbour {number}", "country": "NL", "currency": "EUR"}
            hq.do("unitCreate", {**given, "timeZone": "Europe/Amsterdam"})
            person += 2 * READING + 5 * FILLING + 2 * CLICKING
        unit = wait_for_unit(hq, slug)
        for colleague in range(INVITED):
            address = f"colleague{colleague}@{slug}.example"
            hq.do("invitationCreate", {"email": address, "kind": "unit", "role": "buyer", "unitId": unit})
            person += READING + 4 * FILLING + 2 * CLICKING
        import_orders(home, slug)
        person += 2 * READING + FILLING + 3 * CLICKING
    machine = time.monotonic() - began
    hq.place, hq.group = f"harbour-{units}", ""
    orders = hq.ask("{ purchaseOrders(first: 1) { totalCount } }")["purchaseOrders"]["totalCount"]
    return Loaded(units, machine, person, int(orders))


def wait_for_unit(hq: Person, slug: str) -> str:
    """This will wait until a unit works, and give its id."""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        nodes = hq.ask("{ units(first: 50) { nodes { id slug status } } }")["units"]["nodes"]
        found = next((n for n in nodes if n["slug"] == slug and n["status"] == "active"), None)
        if found is not None:
            return str(found["id"])
        time.sleep(0.2)
    raise AssertionError(f"{slug} did not become active")


def import_orders(home: Path, slug: str) -> None:
    """This will import the table into a unit, as `docs/imports.md` says."""
    command = [sys.executable, "-m", "infra.manage", "import_orders", str(ORDERS)]
    subprocess.run(
        [*command, "--unit", slug, "--mapping", str(MAPPING)], cwd=ROOT, env=environment(home), check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def environment(home: Path) -> dict[str, str]:
    """What our processes need to know, without what this shell set."""
    own = {name: value for name, value in os.environ.items() if name not in TABLE}
    own.pop("DJANGO_SETTINGS_MODULE", None)
    more = {"HANSE_HOME": str(home), "EMAIL_URL": f"file://{home}/mail", "NO_COLOR": "1"}
    return {**own, **more, "WEB_PORT": "18100", "LIVE_PORT": "18101"}


@contextmanager
def platform(home: Path) -> Iterator[str]:
    """This will run the whole platform as `make run` does, and give its address."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    log = home / "log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "infra.embedded"], cwd=ROOT, env=environment(home), stdout=file,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    try:
        yield address_in(log, process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(120)
        shutil.rmtree(home, ignore_errors=True)


def address_in(log: Path, process: subprocess.Popen[bytes]) -> str:
    """This will wait until the platform is up and give the address it prints."""
    deadline = time.monotonic() + 900
    while time.monotonic() < deadline and process.poll() is None:
        _, _, told = log.read_text(errors="replace").partition("Hanse is up")
        found = [line.split()[1] for line in told.splitlines() if line.strip().startswith("page ")]
        if found:
            return found[0].rstrip("/")
        time.sleep(0.5)
    raise RuntimeError("\n".join(log.read_text(errors="replace").splitlines()[-30:]))


def main(units: int) -> None:
    """This will measure and keep the figures."""
    home = env("HANSE_HOME") / "bench-newcomer"
    with platform(home) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or find_chromium(), args=["--no-sandbox"]
        )
        context = browser.new_context(base_url=address, locale="en")
        context.set_default_timeout(PATIENCE)
        hand = Hand(context.new_page())
        ready = to_first_order(hand, home / "mail")
        machine = hand.machine
        group = load_group(browser.new_context(base_url=address, locale="en"), units, home)
        browser.close()
    keep("A newcomer's way", told(hand, machine, ready, group))


PRODUCT = (("tenants", "*.py"), ("commerce", "*.py"), ("billing", "*.py"), ("graphql/api", "*.py"), ("infra", "*.py"),
           ("frontend/src", "*.ts*"))  # fmt: skip
GENERATED = ("/gql/", "/migrations/")


def own_share() -> tuple[int, int]:
    """This will count the lines written for this group alone, and those of the product it shares with all.

    The rule "own code" of tests/architecture holds that no code is written for one group; the mapping is.
    """
    files = [f for folder, name in PRODUCT for f in (ROOT / folder).rglob(name)]
    shared = sum(len(f.read_text().splitlines()) for f in files if not any(g in str(f) for g in GENERATED))
    return len(MAPPING.read_text().splitlines()), shared


def told(hand: Hand, machine: float, ready: float, group: Loaded) -> list[str]:
    """This will word the figures."""
    whole = machine + hand.person
    day = group.machine + group.person
    own, shared = own_share()
    share = 100 * own / (own + shared)
    return [
        f"**A model of the person**, no person was timed: {READING} s to read a screen, {FILLING} s for a field, "
        f"{CLICKING} s for a button, {MAILBOX} s to fetch a mail, {MAPPED // 60} min to map the columns of a file. "
        "The machine's time is measured in a headless browser on the whole platform, which shares this machine.",
        "",
        *table(
            [
                Figure("last click of the sign-up to the first page inside", f"{ready:.1f} s",
                       f"at most {LOGIN_MOST} s", ready <= LOGIN_MOST),
                Figure("first page to first order issued: machine", f"{machine:.0f} s"),
                Figure("the same: screens, fields, clicks, mails",
                       f"{hand.screens}, {hand.fields}, {hand.clicks}, {hand.mails}"),
                Figure("the same: machine and modelled person", _minutes(whole),
                       f"under {ORDER_MOST // 60} min", whole < ORDER_MOST),
                Figure(f"a group of {group.units} units, {INVITED} people invited to each, "
                       f"{group.orders:,} orders imported into each: machine", _minutes(group.machine)),
                Figure("the same: machine and modelled person", f"{day / 3600:.1f} h",
                       "under a day", day < GROUP_MOST),
                Figure("written for this group alone: code, lines of mapping, share of all lines",
                       f"none, {own}, {share:.2f} % of {own + shared:,}", "under 40 %", share < CUSTOM_MOST),
            ]
        ),
    ]  # fmt: skip


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.1f} min"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
