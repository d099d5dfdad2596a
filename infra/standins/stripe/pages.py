"""The pages people click: checkout, the bank's question, the portal, an invoice."""

from html import escape
from typing import Any

from infra.standins.stripe.cards import BY_NUMBER
from infra.standins.stripe.customers import make_method
from infra.standins.stripe.errors import ApiError, invalid
from infra.standins.stripe.forms import Params
from infra.standins.stripe.sessions import SESSION, finish, replace_card
from infra.standins.stripe.state import Object, State

Page = tuple[int, dict[str, str], str]
NOT_CONFIRMED = "Your bank did not confirm this card. Try again, or use another one."

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;margin:0;background:#f5f6f8;color:#1c2330}
main{max-width:440px;margin:40px auto;background:#fff;border:1px solid #dfe3ea;border-radius:8px;padding:24px}
h1{font-size:19px;margin:0 0 4px} .note{color:#667085;margin:0 0 16px} label{display:block;margin:12px 0 4px}
input{width:100%;box-sizing:border-box;padding:9px;border:1px solid #b8c0cc;border-radius:6px;font:inherit}
button{margin-top:16px;padding:10px 16px;border:0;border-radius:6px;background:#1f4fd8;color:#fff;font:inherit}
table{width:100%;border-collapse:collapse} td{padding:5px 0;border-bottom:1px solid #eef0f4}
td:last-child{text-align:right} .error{color:#b42318} a{color:#1f4fd8}
"""


def _page(title: str, body: str, status: int = 200) -> Page:
    text = (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(title)}</title>"
        f"<meta name=viewport content='width=device-width'><style>{_STYLE}</style><main>"
        f"<h1>{escape(title)}</h1><p class=note>Stand-in for Stripe: no money moves, use test cards.</p>{body}</main>"
    )
    return status, {"Content-Type": "text/html; charset=utf-8"}, text


def _go(url: str) -> Page:
    return 303, {"Location": url}, ""


def _money(amount: int | None, currency: str | None) -> str:
    return f"{(amount or 0) / 100:,.2f} {(currency or '').upper()}"


def _card_form(error: str, button: str, extra: str = "") -> str:
    shown = f"<p class=error role=alert>{escape(error)}</p>" if error else ""
    return (
        f"{shown}<form method=post><label for=number>Card number</label>"
        "<input id=number name=number autocomplete=off inputmode=numeric required>"
        f"{extra}<button>{escape(button)}</button></form>"
    )


def open_page(state: State, method: str, path: str, params: Params) -> Page | None:
    """This will answer a page's address; None when it is not one."""
    parts = path.strip("/").split("/")
    pages = {"pay": _checkout, "3ds": _bank, "portal": _portal, "invoice": _invoice}
    if len(parts) < 2 or parts[0] not in pages:
        return None
    if parts[0] == "invoice" and parts[2:] == ["pdf"]:
        return _pdf(state, parts[1])
    try:
        return pages[parts[0]](state, method, parts[1], params)
    except ApiError as refusal:
        return _page("Not possible", f"<p class=error>{escape(str(refusal))}</p>", refusal.status)


def _method(state: State, params: Params) -> Object:
    digits = "".join(c for c in str(params.get("number", "")) if c.isdigit())
    if digits not in BY_NUMBER:
        raise ApiError(402, "card_error", "Your card number is incorrect.", code="incorrect_number")
    return make_method(state, BY_NUMBER[digits])


def _success(made: Object) -> str:
    return str(made["success_url"]).replace("{CHECKOUT_SESSION_ID}", made["id"])


def _checkout(state: State, method: str, key: str, params: Params) -> Page:
    made = state.get(SESSION, key)
    if made["status"] != "open":
        return _page("This page is over", "<p>The session was finished or has expired.</p>", status=410)
    asked, error = state.tables["asked"][key], _last_error(state, made)
    if method == "POST":
        try:
            code = str(params.get("code", "")).strip()
            card = _method(state, params)
            asked["code"] = code
            _take_address(state, made, params)
            waiting = finish(state, made, card, code=code)
        except ApiError as refusal:
            error = str(refusal)
        else:
            return _go(waiting["next_action"]["redirect_to_url"]["url"] if waiting else _success(made))
    rows = "".join(f"<tr><td>{escape(_words(state, row))}</td></tr>" for row in asked["items"])
    total = _money(made["amount_total"], made["currency"])
    code = "<label for=code>Promotion code</label><input id=code name=code>"
    email = "<label for=email>E-mail</label><input id=email name=email type=email required>"
    back = f"<p><a href='{escape(made['cancel_url'] or '#')}'>Back</a></p>"
    country = "<label for=country>Country (two letters, for tax)</label><input id=country name=country>"
    known = state.get("customer", made["customer"])["email"]
    asks = ((email, not known), (country, asked.get("asks_country")), (code, made["allow_promotion_codes"]))
    extra = "".join(field for field, wanted in asks if wanted)
    due = f"<tr><td>Due today</td><td>{total}</td></tr>"
    body = f"<table>{rows}{due}</table>{_card_form(error, 'Subscribe', extra)}{back}"
    return _page("Start the subscription", body, 402 if error and method == "POST" else 200)


def _last_error(state: State, made: Object) -> str:
    """Why the card that was tried last did not do, e.g. when its bank said no."""
    intent = state.tables["setup_intent"].get(str(made["setup_intent"])) or {}
    return str((intent.get("last_setup_error") or {}).get("message", ""))


def _take_address(state: State, made: Object, params: Params) -> None:
    """Where the customer's mails go, unless it is known, and its country, which decides about tax."""
    customer = state.get("customer", made["customer"])
    customer["email"] = customer["email"] or str(params.get("email", "")).strip() or None
    if not customer["email"]:
        raise invalid("Your email address is required.", param="email")
    country = str(params.get("country", "")).strip().upper()
    if state.tables["asked"][made["id"]].get("asks_country") and country:
        customer["address"] = {**(customer["address"] or {}), "country": country[:2]}


def _words(state: State, row: Params) -> str:
    price = state.get("price", row["price"])
    name = state.get("product", price["product"])["name"]
    if price["recurring"]["usage_type"] == "metered":
        return f"{name} (by use)"
    each = _money(price["unit_amount"], price["currency"])
    return f"{row.get('quantity', 1)} × {name}, {each} each {price['recurring']['interval']}"


def _bank(state: State, method: str, key: str, params: Params) -> Page:
    intent = state.find(key)
    if intent is None or intent["status"] != "requires_action":
        return _page("Nothing to confirm", "", status=410)
    made = next((s for s in state.all(SESSION) if s["setup_intent"] == key), None)
    if method != "POST" or made is None:
        body = (
            "<p>Your bank asks: is it you who pays?</p><form method=post>"
            "<button name=answer value=yes>Yes, it is me</button> <button name=answer value=no>No</button></form>"
        )
        return _page("3-D Secure", body)
    if params.get("answer") != "yes":
        refusal = invalid(NOT_CONFIRMED, code="setup_intent_authentication_failure")
        intent |= {
            "status": "requires_payment_method",
            "next_action": None,
            "last_setup_error": refusal.error,
        }
        state.emit("setup_intent.setup_failed", intent)
        return _go(made["url"])
    card = state.get("payment_method", intent["payment_method"])
    code = str(state.tables["asked"][made["id"]].get("code") or "")
    try:
        finish(state, made, card, code=code, confirmed=True)
    except ApiError:
        return _go(made["url"])
    return _go(_success(made))


def _portal(state: State, method: str, key: str, params: Params) -> Page:
    made = state.get("billing_portal.session", key)
    customer = state.get("customer", made["customer"])
    error = ""
    if method == "POST":
        try:
            replace_card(state, customer, _method(state, params))
        except ApiError as refusal:
            error = str(refusal)
        else:
            return _go(made["return_url"] or made["url"])
    rows = "".join(
        f"<tr><td><a href='{escape(str(i['hosted_invoice_url']))}'>{escape(str(i['number']))}</a> "
        f"{i['status']}</td><td>{_money(i['total'], i['currency'])}</td></tr>"
        for i in state.all("invoice", customer=customer["id"]) if i["number"]
    )  # fmt: skip
    cards = state.all("payment_method", customer=customer["id"])
    now = f"<p>Card on file: •••• {cards[-1]['card']['last4']}</p>" if cards else "<p>No card on file.</p>"
    back = f"<p><a href='{escape(made['return_url'] or '#')}'>Back</a></p>"
    body = f"{now}{_card_form(error, 'Save card')}<table>{rows}</table>{back}"
    return _page("Billing portal", body, 402 if error else 200)


def _invoice(state: State, method: str, key: str, params: Params) -> Page:
    made: Any = state.get("invoice", key)
    rows = "".join(
        f"<tr><td>{escape(row['description'] or '')}</td><td>{_money(row['amount'], row['currency'])}</td></tr>"
        for row in made["lines"]["data"]
    )
    taxes = sum(tax["amount"] for tax in made["total_taxes"])
    off = sum(row["amount"] for row in made["total_discount_amounts"])
    sums = {"Discount": -off, "Tax": taxes, "Total": made["total"], "Paid": made["amount_paid"]}
    rows += "".join(
        f"<tr><td>{name}</td><td>{_money(value, made['currency'])}</td></tr>" for name, value in sums.items()
    )
    numbers = ", ".join(n["value"] for n in state.all("tax_id", customer=made["customer"]))
    buyer = f"<p>Tax number: {escape(numbers)}</p>" if numbers else ""
    pdf = (
        f"<p><a href='{escape(str(made['invoice_pdf']))}'>Download PDF</a></p>" if made["invoice_pdf"] else ""
    )
    return _page(f"Invoice {made['number']}", f"<p>{made['status']}</p>{buyer}<table>{rows}</table>{pdf}")


def _pdf(state: State, key: str) -> Page:
    """An invoice as a PDF of one page in plain letters."""
    made: Any = state.get("invoice", key)
    words = [f"Invoice {made['number']} ({made['status']})", "Stand-in for Stripe: no money moves."]
    words += [
        f"{row['description']}  {_money(row['amount'], row['currency'])}" for row in made["lines"]["data"]
    ]
    words += [f"Total {_money(made['total'], made['currency'])}"]
    shown = " T* ".join(f"({_latin(line)}) Tj" for line in words)
    content = f"BT /F1 11 Tf 60 780 Td 16 TL {shown} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        "/Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    text, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    text += f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\n"
    return 200, {"Content-Type": "application/pdf"}, f"{text}startxref\n{text.index('xref')}\n%%EOF\n"


def _latin(text: str) -> str:
    """Text as a PDF string in plain letters."""
    kept = text.encode("ascii", "replace").decode()
    return kept.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
