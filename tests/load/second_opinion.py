"""A second opinion on our stand-in for Stripe: `localstripe` is asked the same and has to say the same.

python -m tests.load.second_opinion

localstripe (GPL-3.0) is installed into a throw-away environment of its own, started as a process of its own, and never
imported: only its HTTP answers are compared. It knows customers, payment methods, and subscriptions of one
`items[plan]` with their first invoices; ours are of one `items[price]`.
"""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from infra.standins.stripe.server import StandIn
from tests.load.report import Figure, keep, table
from tests.support.stripe import running_stand_in

VERSION = "1.15.10"
KEY = "sk_test_second_opinion"
CUSTOMERS, INVOICES = 50, 50
START_SECONDS = 60.0
Ask = Callable[..., Any]


def asking(base: str, key: str) -> Ask:
    """This will give a function that asks a server: method, path, fields; refusals come back as their status."""

    def ask(method: str, path: str, **fields: object) -> Any:
        data = urllib.parse.urlencode(fields).encode() if fields else None
        url = f"{base}{path}" if method != "GET" or not data else f"{base}{path}?{data.decode()}"
        request = urllib.request.Request(
            url,
            data=None if method == "GET" else data or b"",
            method=method,
            headers={"Authorization": f"Bearer {key}"},
        )
        try:
            with urllib.request.urlopen(request) as answer:
                return json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return {"refused": error.code}

    return ask


def customers(ask: Ask) -> list[object]:
    """What is said of customers with cards: made, changed, found again, gone."""
    told: list[object] = []
    for number in range(CUSTOMERS):
        made = ask("POST", "/v1/customers", name=f"Group {number}", email=f"g{number}@example.com")
        ask("POST", f"/v1/customers/{made['id']}", description="changed")
        found = ask("GET", f"/v1/customers/{made['id']}")
        told.append([found[name] for name in ("object", "name", "email", "description", "livemode")])
        method = ask("POST", "/v1/payment_methods", type="card", **CARD)
        told.append([method["type"], method["card"]["last4"], method["customer"]])
        attached = ask("POST", f"/v1/payment_methods/{method['id']}/attach", customer=made["id"])
        told.append(attached["customer"] == made["id"])
        rows = ask("GET", "/v1/payment_methods", customer=made["id"], type="card")["data"]
        told.append([row["id"] == method["id"] for row in rows])
        if number % 2:
            told.append(ask("POST", f"/v1/payment_methods/{method['id']}/detach")["customer"])
            told.append(ask("DELETE", f"/v1/customers/{made['id']}")["deleted"])
    told.append(ask("GET", "/v1/customers/cus_nobody"))
    return told


CARD = {"card[number]": "4242424242424242", "card[exp_month]": 12, "card[exp_year]": 2040, "card[cvc]": "123"}


def invoices(ask: Ask, kind: str) -> list[object]:
    """What random subscriptions are billed at first: lines, sums, what was paid. `kind` is price or plan."""
    draw = random.Random(4)
    told: list[object] = []
    for number in range(INVOICES):
        customer = ask("POST", "/v1/customers", email="payer@example.com")["id"]
        method = ask("POST", "/v1/payment_methods", type="card", **CARD)["id"]
        ask("POST", f"/v1/payment_methods/{method}/attach", customer=customer)
        default = {"invoice_settings[default_payment_method]": method}
        ask("POST", f"/v1/customers/{customer}", **default)
        amount, quantity = draw.randrange(1, 50_000), draw.randrange(1, 40)
        items = {f"items[0][{kind}]": _priced(ask, kind, f"{number}", amount), "items[0][quantity]": quantity}
        made = ask("POST", "/v1/subscriptions", customer=customer, **items)
        final = ask("GET", f"/v1/invoices/{made['latest_invoice']}")
        lines = sorted((line["amount"], line["quantity"]) for line in final["lines"]["data"])
        told.append([made["status"], lines, *(final[name] for name in SUMS)])
    return told


SUMS = ("currency", "subtotal", "total", "amount_due", "status")


def _priced(ask: Ask, kind: str, name: str, amount: int) -> object:
    product = ask("POST", "/v1/products", name=name, type="service")["id"]
    if kind == "plan":
        given = {"amount": amount, "currency": "eur", "interval": "month", "product": product}
        return ask("POST", "/v1/plans", **given)["id"]
    recurring = {"recurring[interval]": "month"}
    return ask("POST", "/v1/prices", unit_amount=amount, currency="eur", product=product, **recurring)["id"]


def localstripe(folder: Path) -> tuple[subprocess.Popen[bytes], str]:
    """This will install and start localstripe; gives its process and address."""
    place = folder / "venv"
    subprocess.run([sys.executable, "-m", "uv", "venv", "-q", str(place)], check=True)
    python = str(place / "bin" / "python")
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "install", "-q", "-p", python, f"localstripe=={VERSION}"],
        check=True,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [str(place / "bin" / "localstripe"), "--from-scratch", "--port", str(port)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)},
    )
    base, until = f"http://127.0.0.1:{port}", time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process, base
        except OSError:
            time.sleep(0.2)
    process.kill()
    raise RuntimeError("localstripe did not start")


def main() -> None:
    """This will ask both and keep how often they agreed; a difference is printed and ends with status 1."""
    with tempfile.TemporaryDirectory() as folder, running_stand_in() as ours:
        process, base = localstripe(Path(folder))
        try:
            same = _compare(ours, base)
        finally:
            process.terminate()
            process.wait()
    if not same:
        raise SystemExit(1)


def _compare(ours: StandIn, base: str) -> bool:
    figures, same = [], True
    own_ask, other_ask = asking(ours.state.base_url, KEY), asking(base, KEY)
    for name, own, other in (
        ("customers and payment methods", customers(own_ask), customers(other_ask)),
        ("first invoices of subscriptions", invoices(own_ask, "price"), invoices(other_ask, "plan")),
    ):
        different = [(a, b) for a, b in zip(own, other, strict=True) if a != b]
        for a, b in different[:5]:
            print(f"{name}: ours {a}, localstripe {b}")
        same = same and not different
        figures.append(
            Figure(name, f"{len(own) - len(different)} of {len(own)} answers equal", "all", not different)
        )
    keep("A second opinion on the stand-in for Stripe", [f"localstripe {VERSION}:", "", *table(figures)])
    return same


if __name__ == "__main__":
    main()
