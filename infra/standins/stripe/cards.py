"""Test cards: which succeed, which are declined, which ask for 3-D Secure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """How a test card behaves: at being saved, at being charged, and whether the bank asks back."""

    number: str
    brand: str
    method: str
    on_save: str = ""
    on_charge: str = ""
    three_d_secure: bool = False


CARDS = (
    Card("4242424242424242", "visa", "pm_card_visa"),
    Card("5555555555554444", "mastercard", "pm_card_mastercard"),
    Card("4000000000000002", "visa", "pm_card_chargeDeclined", "generic_decline", "generic_decline"),
    Card("4000000000000341", "visa", "pm_card_chargeCustomerFail", "", "generic_decline"),
    Card("4000000000009995", "visa", "pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds",
         "insufficient_funds"),
    Card("4000000000000069", "visa", "pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"),
    Card("4000002760003184", "visa", "pm_card_authenticationRequired", three_d_secure=True),
    Card("4000008400001629", "visa", "pm_card_threeDSecure2ThenDecline", "", "generic_decline", True),
)  # fmt: skip

BY_NUMBER = {card.number: card for card in CARDS}
BY_METHOD = {card.method: card for card in CARDS}

MESSAGES = {
    "generic_decline": "Your card was declined.",
    "insufficient_funds": "Your card has insufficient funds.",
    "expired_card": "Your card has expired.",
}


def code_of(decline: str) -> str:
    """This will give the error code of a reason for a decline."""
    return "expired_card" if decline == "expired_card" else "card_declined"
