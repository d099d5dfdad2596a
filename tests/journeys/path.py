"""From a supplier's registration to the payment file in one unit, each step through a public door.

Every step says what it made. `tests/journeys/test_whole_path.py` walks it in two units at once.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.contexts.procurement.invoicing_support import ubl
from tests.journeys.people import Data, Person

IBAN = "DE89370400440532013000"
ORDERED, CAME, DAMAGED = "10", "8", "2"
CHAIN = """query ($id: ID!) { purchaseOrder(id: $id) {
  number status supplierName
  lines { requisitionLine { requisition { number status } } schedules { requestedDate promisedDate } }
  confirmations { number status response }
  shipNotices { number status order { number } }
  receipts { number status shipNoticeId order { number } lines { acceptedQuantity rejectedQuantity reasonCode } }
  invoices { number status answerCode order { number }
    matches { outcome exceptions { reasonCode resolution } }
    payments { status run { number status } } } } }"""
ORDERS = """query ($id: ID!) { purchaseOrders(first: 50, filter: {supplierOrgGid: {eq: $id}}) { nodes {
  id number status version lines { id lineNo } } } }"""
TASKS = """query ($number: String!) { approvalTasks(first: 20, search: $number,
  filter: {status: {eq: "active"}}) { nodes { id assigneeName } } }"""
DECIDERS = ("approver", "finance", "unit_admin")
MOST_STEPS = 3


def until(look: Callable[[], Any], *, what: str, seconds: float = 90.0) -> Any:
    """This will look until there is something to see, and give it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := look():
            return found
        threading.Event().wait(0.1)
    raise AssertionError(f"{what} did not come within {seconds:.0f} s")


def in_days(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


@dataclass
class Path:
    """One unit's way: its people by role, its price and currency, and what has been made so far."""

    place: str
    price: str
    dearer: str
    due: str
    currency: str
    say: Callable[[str], None]
    meet: Callable[[str, str], Person]
    made: dict[str, Data] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def who(self, role: str) -> Person:
        """This will give the person with a role, signed in once."""
        if role not in self.people:
            self.people[role] = self.meet(role, self.place)
        return self.people[role]

    def tell(self, step: str, number: str, words: str) -> None:
        """This will say what a step made."""
        self.numbers[step] = number
        self.say(f"{self.place:<10} {number:<16} {words}")

    def qualify(self, hq: Person, applicant: Person, token: str, name: str, tax_id: str) -> None:
        """The applicant tells of the company; head office accepts it and qualifies it in one category."""
        category = hq.ask("{ categories(first: 1) { nodes { id code } } }")["categories"]["nodes"][0]
        told = {"legalName": name, "country": "DE", "taxId": tax_id, "city": "Kiel"}
        applicant.do(
            "applicationSave", {"token": token, "supplier": told, "categoryIds": [category["id"]]}, "done"
        )
        applicant.do("applicationSubmit", {"token": token}, "done")
        listed = "{ supplierApplications(first: 50) { nodes { id version legalName status findings } } }"

        def judged() -> Data | None:
            rows = hq.ask(listed)["supplierApplications"]["nodes"]
            return next((r for r in rows if r["legalName"] == name and r["findings"]), None)

        row = until(judged, what="the rules' findings")
        accepted = hq.do(
            "applicationAccept", {"applicationId": row["id"], "version": row["version"]},
            "supplierApplication { supplierId }",
        )  # fmt: skip
        supplier = accepted["supplierApplication"]["supplierId"]
        self.made["supplier"] = {"id": supplier, "name": name, "taxId": tax_id, "category": category["id"]}
        asked = """query ($id: ID!) { supplierQualifications(first: 5, filter: {supplierOrgId: {eq: $id}}) {
          nodes { id version status } } }"""
        (there,) = hq.ask(asked, {"id": supplier})["supplierQualifications"]["nodes"]
        hq.do(
            "qualificationGrant",
            {"qualificationId": there["id"], "version": there["version"], "grade": "B"},
            "supplierQualification { status }",
        )
        self.tell("supplier", name, f"registered, accepted by head office, qualified in {category['code']}")

    def need(self) -> None:
        """The requester asks for goods of the new supplier."""
        line = {
            "description": "Test kits", "quantity": ORDERED, "unit": "C62", "unitPrice": self.price,
            "needByDate": in_days(30), "supplierOrgId": self.made["supplier"]["id"],
            "categoryId": self.made["supplier"]["category"],
        }  # fmt: skip
        gives = "requisition { id number version status lines { id } }"
        row = self.who("requester").do("requisitionCreate", {"title": "Test kits", "lines": [line]}, gives)
        given = {"requisitionId": row["requisition"]["id"], "version": row["requisition"]["version"]}
        row = self.who("requester").do("requisitionSubmit", given, gives)["requisition"]
        self.made["requisition"] = row
        self.tell("requisition", row["number"], "asked for and sent into the unit's own flow")

    def approve(self, number: str) -> int:
        """Everybody whom the unit's flow asks agrees; gives how many people were asked."""
        asked = 0
        for _ in range(MOST_STEPS):
            for role in DECIDERS:
                person = self.who(role)
                for task in person.ask(TASKS, {"number": number})["approvalTasks"]["nodes"]:
                    if not task["assigneeName"].lower().startswith(role.replace("_", " ")):
                        continue
                    person.do("taskDecide", {"taskId": task["id"], "decision": "APPROVE"}, "run { status }")
                    asked += 1
        self.say(f"{self.place:<10} {number:<16} approved in its own flow, human steps: {asked}")
        return asked

    def order(self) -> None:
        """The buyer orders what was approved; the requisition's approval covers it."""
        buyer = self.who("buyer")
        asked = "query ($id: ID!) { requisition(id: $id) { version status } }"
        key = {"id": self.made["requisition"]["id"]}

        def approved() -> Data | None:
            row: Data = buyer.ask(asked, key)["requisition"]
            return row if row["status"] == "approved" else None

        row = until(approved, what="the approval of the requisition")
        lines = [{"lineId": line["id"]} for line in self.made["requisition"]["lines"]]
        given = {
            "requisitionId": self.made["requisition"]["id"],
            "version": row["version"],
            "lines": lines,
        }
        buyer.do("requisitionOrder", given, "requisition { status }")
        (draft,) = buyer.ask(ORDERS, {"id": self.made["supplier"]["id"]})["purchaseOrders"]["nodes"]
        at = {"orderId": draft["id"], "version": draft["version"]}
        sent = buyer.do("orderSubmit", at, "order { version status }")["order"]
        assert sent["status"] == "approved"
        placed = buyer.do("orderIssue", {**at, "version": sent["version"]}, "order { status version }")[
            "order"
        ]
        self.made["order"] = {**draft, "version": placed["version"]}
        self.tell("order", draft["number"], f"{placed['status']}, from {self.numbers['requisition']}")

    def confirm(self, day: str) -> None:
        """The supplier promises another day, and the buyer agrees."""
        order = self.made["order"]
        answer = {
            "lineId": order["lines"][0]["id"], "answer": "change",
            "schedules": [{"quantity": ORDERED, "promisedDate": day}],
        }  # fmt: skip
        given = {"orderId": order["id"], "version": order["version"], "lines": [answer]}
        row = self.who("supplier").do("orderConfirmationSend", given, "confirmation { id number version }")
        told = row["confirmation"]
        self.who("buyer").do(
            "orderConfirmationAccept", {"confirmationId": told["id"], "version": told["version"]}
        )
        self.tell("confirmation", told["number"], f"promises {day} instead; the buyer agrees")

    def ship(self) -> None:
        """The supplier announces eight of the ten."""
        line = {"lineId": self.made["order"]["lines"][0]["id"], "quantity": CAME}
        header = {"carrierName": "Road Ltd", "expectedDate": in_days(7)}
        given = {"orderId": self.made["order"]["id"], "lines": [line], "header": header}
        gives = "notice { id number version status }"
        row = self.who("supplier").do("shipNoticeCreate", given, gives)["notice"]
        sent = {"noticeId": row["id"], "version": row["version"]}
        self.made["shipNotice"] = self.who("supplier").do("shipNoticeSend", sent, gives)["notice"]
        self.tell("shipNotice", row["number"], f"announces {CAME} of {ORDERED}")

    def receive(self) -> None:
        """Eight come, two of them damaged."""
        line = {
            "orderLineId": self.made["order"]["lines"][0]["id"], "receivedQuantity": CAME,
            "rejectedQuantity": DAMAGED, "reasonCode": "damaged",
        }  # fmt: skip
        given = {
            "orderId": self.made["order"]["id"], "lines": [line], "post": True,
            "shipNoticeId": self.made["shipNotice"]["id"],
        }  # fmt: skip
        row = self.who("receiver").do("receiptCreate", given, "receipt { number status }")["receipt"]
        self.tell("receipt", row["number"], f"{row['status']}: {CAME} came, {DAMAGED} rejected as damaged")

    def invoice(self) -> None:
        """The supplier uploads its UBL invoice over the six good ones, dearer than ordered."""
        data = ubl(
            ("1", "6", self.dearer), order=self.numbers["order"], number=f"F-{self.place}",
            currency=self.currency, tax_id=self.made["supplier"]["taxId"],
        )  # fmt: skip
        supplier = self.who("supplier")
        file_id = supplier.upload("invoice", "invoice.xml", data)
        gives = "invoice { id number status version }"
        row = supplier.do("invoiceImport", {"fileId": file_id}, gives)["invoice"]
        assert row["status"] == "exception"
        self.made["invoice"] = row
        self.tell(
            "invoice", row["number"], f"came as UBL at {self.dearer} instead of {self.price}: an exception"
        )

    def resolve(self) -> None:
        """Finance accepts the difference with a reason."""
        asked = """query ($id: ID!) { supplierInvoice(id: $id) { version matches { isCurrent
          exceptions { id reasonCode } } } }"""
        row = self.who("finance").ask(asked, {"id": self.made["invoice"]["id"]})["supplierInvoice"]
        found = next(m for m in row["matches"] if m["isCurrent"])["exceptions"]
        given = {
            "invoiceId": self.made["invoice"]["id"], "version": row["version"], "resolution": "accepted",
            "exceptionIds": [e["id"] for e in found], "reason": "New price list",
        }  # fmt: skip
        self.who("finance").do("invoiceResolve", given, "invoice { status }")
        reasons = ", ".join(sorted({e["reasonCode"] for e in found}))
        self.say(f"{self.place:<10} {self.numbers['invoice']:<16} difference ({reasons}) accepted")

    def approve_invoice(self) -> int:
        """Finance sends the invoice into the unit's flow for invoices."""
        finance, key = self.who("finance"), {"id": self.made["invoice"]["id"]}
        look = "query ($id: ID!) { supplierInvoice(id: $id) { version status answerCode } }"
        row = finance.ask(look, key)["supplierInvoice"]
        finance.do("invoiceSubmit", {"invoiceId": key["id"], "version": row["version"]}, "invoice { status }")
        asked = self.approve(self.numbers["invoice"])
        row = finance.ask(look, key)["supplierInvoice"]
        assert (row["status"], row["answerCode"]) == ("approved", "CA")
        return asked

    def propose(self) -> None:
        """The accounts are set, and finance proposes to pay what is due."""
        own = {"country": "DE", "accountNo": IBAN, "currency": self.currency}
        admin = self.who("unit_admin")
        admin.do("bankAccountSet", {**own, "holderName": "Unit account"})
        admin.do(
            "bankAccountSet",
            {
                **own,
                "holderName": "Supplier account",
                "supplierOrgId": self.made["supplier"]["id"],
            },
        )
        given = {"dueUntilDate": in_days(200), "executionDate": in_days(1), "currency": self.currency}
        row = self.who("finance").do("paymentPropose", given, "run { id number version status }")["run"]
        self.made["run"] = row
        self.tell("payment", row["number"], "proposed by finance; somebody else has to release it")

    def release(self) -> bytes:
        """Another person releases the run and fetches the bank's file."""
        admin = self.who("unit_admin")
        given = {"runId": self.made["run"]["id"], "version": self.made["run"]["version"]}
        row = admin.do("paymentRelease", given, "run { version status fileUrl }")["run"]
        answer = admin.context.request.get(row["fileUrl"])
        assert answer.ok
        admin.do("paymentConfirm", {**given, "version": row["version"]}, "run { status }")
        return answer.body()

    def chain(self) -> Mapping[str, Any]:
        """One query gives every document, each with the one before it."""
        found: Data = self.who("finance").ask(CHAIN, {"id": self.made["order"]["id"]})["purchaseOrder"]
        (line,), (notice,), (receipt,), (invoice,) = (
            found[name] for name in ("lines", "shipNotices", "receipts", "invoices")
        )
        assert line["requisitionLine"]["requisition"]["number"] == self.numbers["requisition"]
        assert [c["number"] for c in found["confirmations"]] == [self.numbers["confirmation"]]
        assert (notice["number"], notice["status"]) == (self.numbers["shipNotice"], "completed")
        assert receipt["shipNoticeId"] == self.made["shipNotice"]["id"]
        assert {doc["order"]["number"] for doc in (notice, receipt, invoice)} == {self.numbers["order"]}
        assert [(one["acceptedQuantity"], one["rejectedQuantity"]) for one in receipt["lines"]] == [
            ("6.000000", "2.000000")
        ]
        assert (invoice["number"], invoice["status"]) == (self.numbers["invoice"], "paid")
        assert [p["run"]["number"] for p in invoice["payments"]] == [self.numbers["payment"]]
        words = "requisition → order → confirmation → ship notice → receipt → invoice → payment"
        self.say(f"{self.place:<10} {self.numbers['order']:<16} one query: {words}")
        return found
