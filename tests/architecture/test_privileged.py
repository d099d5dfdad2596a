"""What could ruin a group asks for a recent proof of identity (R36): which services do, and that none is forgotten."""

import ast
import re

from tests.architecture.rules import CONTEXTS, Source, called, product_sources

PROVED = {
    "bank_account_set": "where money goes",
    "api_key_create": "a key acts without a person",
    "group_close": "the end of a group",
    "group_export_download": "everything the group has leaves the platform",
    "group_export_request": "everything the group has leaves the platform",
    "person_data_take": "everything about a person leaves the platform",
    "person_request_decide": "an erasure cannot be taken back",
    "transfer_approve": "personal data may leave the platform",
    "webhook_create": "what happens leaves the platform for an address",
    "webhook_edit": "its address may be another one",
    "webhook_rotate": "who knows the secret can speak in our name",
    "invitation_create": "an invitation may carry a privileged role",
    "member_change_role": "a role may be raised to a privileged one",
    "mfa_policy_edit": "the second factor could be switched off",
    "_checked": "roles made or edited with privileged permissions (`services/roles.py`)",
    "sanction_confirm": "the blacklist",
    "sanction_impose": "the blacklist",
    "sanction_lift": "the blacklist",
    "sanction_propose": "the blacklist",
    "supplier_export": "many rows leave the platform at once",
    "unit_close": "the end of a unit",
    "unit_purge": "the data of a unit",
    "unit_suspend": "a unit stands still",
}
"""Services that ask for a proof, with the reason."""

TELLING = re.compile(
    r"^sanction_|^(unit|group)_(close|purge|suspend|erase)|mfa_|_export$|_erase$|impersonat|bank_account|"
    r"credit_(raise|limit)|tender_open|bid_open"
)
"""Names of services that R36 means."""

WITHOUT = {
    "sanction_advance": "run by the clock",
    "sanction_withdraw": "takes back what binds nothing yet",
}
"""Services of such a name that ask for none, with the reason."""


def services(source: Source) -> dict[str, bool]:
    """This will give the guarded functions of a file of services, and whether they ask for a proof."""
    found = {}
    for node in source.nodes(ast.FunctionDef):
        names = {name for _, name in called(Source(source.path, source.text, ast.Module([node], [])))}
        if "require" in names or "require_recent_proof" in names:
            found[node.name] = "require_recent_proof" in names
    return found


def all_services() -> dict[str, bool]:
    """This will give all services of the product."""
    return {
        name: proved
        for source in product_sources()
        if source.is_in(*CONTEXTS) and "/services/" in source.path
        for name, proved in services(source).items()
    }


def proved() -> set[str]:
    """This will name the services that ask for a proof."""
    return {name for name, asks in all_services().items() if asks}


def test_these_services_ask_for_a_recent_proof() -> None:
    assert set(PROVED) - proved() == set()


def test_no_service_that_sounds_privileged_goes_without() -> None:
    sounding = {name for name in all_services() if TELLING.search(name)}
    assert sounding - proved() - set(WITHOUT) == set()


def test_a_forgotten_proof_is_noticed() -> None:
    text = "def bank_account_change(*, actor, at):\n    require(actor, 'x')\n"
    source = Source.of("commerce/procurement/services/bank.py", text)
    assert services(source) == {"bank_account_change": False}
    assert TELLING.search("bank_account_change")
