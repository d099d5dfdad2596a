"""The demo that `make journey` tells: two units buy from new suppliers, each by its own flow; a third is refused."""

import re
import time
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.mailbox import link_to
from tests.journeys.path import ORDERED, ORDERS, Path, in_days
from tests.journeys.people import Data, Person, Refused, signed_up
from tests.journeys.screen import SOON, number_of, pick, stands
from tests.journeys.test_accounts import PASSWORD
from tests.support.platform import Platform

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

PAIN = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}
Meet = Callable[..., Person]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Tells each step to whoever runs the journeys."""

    def told(words: str) -> None:
        with capsys.disabled():
            print(f"  {words}")

    told("")
    return told


@pytest.fixture
def meet(platform: Platform, browser: Browser, open_page: OpenPage) -> Meet:
    """Signs somebody of the demo in: `meet("buyer", "shanghai")`; with an e-mail, somebody who signed up."""

    def met(role: str, place: str, email: str = "") -> Person:
        page = open_page("/readyz", viewport=PHONE if role in ("approver", "receiver") else None)
        known = platform.login_of(role, place) if not email else (email, PASSWORD)
        return Person(page.context, *known, place)

    return met


def registered(path: Path, hq: Person, platform: Platform, meet: Meet, open_page: OpenPage, no: int) -> None:
    """The buyer invites; the invited sign up by the mail, register and become the unit's contact."""
    email = f"sales-{path.place}@journey.example"
    path.who("buyer").do("registrationInvite", {"email": email, "locale": "en"}, "sentTo")
    mail = platform.home / "mail"
    token = link_to(mail, email, "/register/").rsplit("/", 1)[-1]
    page = open_page("/readyz")
    signed_up(page.context, email, f"Sales, {path.place}", PASSWORD)
    page.goto(link_to(mail, email, "/account/verify-email/"))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/login")
    applicant = Person(page.context, email, PASSWORD)
    path.qualify(hq, applicant, token, f"Journey supplier of {path.place}", f"DE12345678{no}")
    applicant.place = path.place
    path.people["supplier"] = applicant


def approved_on_a_phone(path: Path) -> None:
    number = path.numbers["requisition"]
    phone = path.who("approver").page(f"/u/{path.place}/approvals")
    phone.get_by_role("link", name=re.compile(number)).click()
    phone.get_by_role("group", name="Your decision").get_by_role("button", name="Approve").click()
    expect(phone.get_by_role("group", name="Your decision")).to_have_count(0)
    stands(phone, "Approved")
    path.say(f"{path.place:<10} {number:<16} approved on a phone in two taps")


def confirmed_on_screen(path: Path, day: str) -> None:
    """The supplier answers on its page; the buyer's page, open all the while, shows it and is agreed to."""
    address = f"/u/{path.place}/orders/{path.made['order']['id']}"
    buyer = path.who("buyer").page(address)
    expect(buyer.get_by_text("The supplier has not answered yet.")).to_be_visible()
    answer = {"lineId": path.made["order"]["lines"][0]["id"], "answer": "change",
              "schedules": [{"quantity": ORDERED, "promisedDate": day}]}  # fmt: skip
    given = {"orderId": path.made["order"]["id"], "version": path.made["order"]["version"], "lines": [answer]}
    told = path.who("supplier").do("orderConfirmationSend", given, "confirmation { number }")
    sent = time.monotonic()
    answered = buyer.get_by_role("article").filter(has_text="The supplier answered with changes")
    expect(answered).to_be_visible(timeout=SOON)
    seconds = time.monotonic() - sent
    answered.get_by_role("button", name="Accept", exact=True).click()
    expect(answered).to_have_count(0)
    words = f"promises {day}; seen live after {seconds:.1f} s, accepted"
    path.tell("confirmation", told["confirmation"]["number"], words)


def received_on_a_phone(path: Path) -> None:
    phone = path.who("receiver").page(f"/u/{path.place}/orders/{path.made['order']['id']}/receive")
    line = phone.get_by_role("group", name=re.compile("Test kits"))
    expect(line.get_by_label(re.compile("^Came"))).to_have_value(re.compile("^8"))
    line.get_by_role("button", name="Reject a part").click()
    line.get_by_label(re.compile("^Rejected")).fill("2")
    pick(line.get_by_role("combobox", name="Reason"), "Damaged")
    phone.get_by_role("button", name="Post receipt").click()
    number = number_of(phone, "GR")
    path.tell("receipt", number, "posted on a phone: 8 came, 2 rejected as damaged")


def test_from_registration_to_the_payment_file_in_two_units_while_a_third_is_refused(
    platform: Platform, meet: Meet, open_page: OpenPage, say: Callable[[str], None]
) -> None:
    hq = meet("hq_admin", "").at_head_office()
    one = Path("shanghai", "25", "26", "156.00", "CNY", say, meet)
    two = Path("rotterdam", "2500", "2600", "15600.00", "EUR", say, meet)
    third = Barred(meet("buyer", "washington"), hq, say)
    for no, path in enumerate((one, two)):
        registered(path, hq, platform, meet, open_page, no)
        path.need()
    third.prepare()
    approved_on_a_phone(one)
    assert two.approve(two.numbers["requisition"]) == 3
    one.order()
    two.order()
    third.blacklist()
    confirmed_on_screen(one, in_days(45))
    two.confirm(in_days(50))
    third.try_everything()
    for path in (one, two):
        path.ship()
    received_on_a_phone(one)
    two.receive()
    for path in (one, two):
        path.invoice()
        path.resolve()
        assert path.approve_invoice() == 1
        path.propose()
        file = ElementTree.fromstring(path.release())
        amounts = [entry.text for entry in file.findall(".//p:InstdAmt", PAIN)]
        assert path.due in amounts
        say(
            f"{path.place:<10} {path.numbers['payment']:<16} released; pain.001 pays {path.due} {path.currency}"
        )
        path.chain()


class Barred:
    """A unit with everything under way to a supplier that head office then blacklists."""

    def __init__(self, buyer: Person, hq: Person, say: Callable[[str], None]) -> None:
        self.buyer, self.hq, self.say = buyer, hq, say
        self.supplier: Data = {}
        self.blanket: Data = {}
        self.draft: Data = {}

    def prepare(self) -> None:
        """A blanket order is in force and a draft is written."""
        profile = {"supplier": {"legalName": "Journey supplier to be blacklisted", "country": "DE"}}
        self.supplier = self.hq.do("supplierCreate", profile, "supplier { id legalName }")["supplier"]
        frame = {"ceilingAmount": "900", "validFromDate": in_days(-1), "validUntilDate": in_days(90)}
        self.blanket = self._placed(orderTypeCode="221", frame=frame)
        assert self.blanket["status"] == "issued"
        self.draft = self.buyer.do("orderCreate", self._order(), "order { id number version status }")[
            "order"
        ]
        self.say(
            f"washington {self.blanket['number']:<16} a blanket order is in force; {self.draft['number']} is a draft"
        )

    def blacklist(self) -> None:
        """Head office bars the supplier from everything, at once."""
        given = {"supplierOrgId": self.supplier["id"], "reason": "Shown in the demo", "statement": "",
                 "actions": ["invite", "award", "issue", "call_off", "pay"]}  # fmt: skip
        self.hq.do("sanctionImpose", given, "sanction { id }")
        self.say(
            f"head office                 {self.supplier['legalName']} is blacklisted for the whole group"
        )

    def try_everything(self) -> None:
        """No door lets it through, and nothing has changed."""
        before = self._orders()
        draft = {"orderId": self.draft["id"], "version": self.draft["version"]}
        tries: dict[str, Callable[[], object]] = {
            "submit the draft": lambda: self.buyer.do("orderSubmit", draft, "order { id }"),
            "write another": lambda: self.buyer.do("orderCreate", self._order(), "order { id }"),
            "place one at once": lambda: self._placed(),
            "call off": lambda: self._placed(orderTypeCode="226", frame={"blanketId": self.blanket["id"]}),
        }
        for name, attempt in tries.items():
            with pytest.raises(Refused) as refused:
                attempt()
            assert refused.value.code == "SUPPLIER_SANCTIONED", name
        assert self._orders() == before
        self.say(
            f"washington {self.draft['number']:<16} refused {len(tries)} ways ({', '.join(tries)}); nothing changed"
        )

    def _orders(self) -> object:
        return self.buyer.ask(ORDERS, {"id": self.supplier["id"]})

    def _placed(self, **more: object) -> Data:
        row: Data = self.buyer.do(
            "orderPlace", {**self._order(), **more}, "order { id number status version }"
        )
        order: Data = row["order"]
        return order

    def _order(self) -> Data:
        line = {"description": "Masks", "quantity": "10", "unit": "C62", "unitPrice": "2"}
        return {"supplierOrgId": self.supplier["id"], "lines": [line]}
