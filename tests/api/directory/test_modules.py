"""Modules at the doors: what is off does not exist, from the next request on, and nothing elsewhere notices."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from api.documents import Documents
from api.pruning import pruned
from api.schema import unit_schema
from tenants.accounts.models import Person
from tenants.accounts.permissions import CATALOGUE
from tenants.kernel.errors import NotFound
from tenants.kernel.modules import ALL, EDITIONS, module_of
from tests.api.accounts.conftest import Member
from tests.api.client import ApiClient
from tests.factories.people import make_member, make_person

TYPES = "{ __schema { types { name } mutationType { fields { name } } queryType { fields { name } } } }"
BASE = ALL - {"approvals", "requisitions"}


@pytest.fixture(autouse=True)
def introspected(settings):
    settings.GRAPHQL_INTROSPECTION = True


@pytest.fixture
def hq(world):
    return Member("anna@example.com", world.a, "hq_admin")


@pytest.fixture
def admin(world):
    return Member("bo@example.com", world.a1, "unit_admin")


def names(member):
    answer = member.ask(TYPES)["data"]["__schema"]
    fields = [f["name"] for part in ("queryType", "mutationType") for f in answer[part]["fields"]]
    return {t["name"] for t in answer["types"]} | set(fields)


def gid(unit):
    return f"Unit_{unit.id}"


def test_types_queries_and_mutations_of_a_module_that_is_off_do_not_exist(world, hq, admin):
    gone = {"Requisition", "requisitions", "requisitionSubmit", "ApprovalRun", "CostCentre", "taskDecide"}
    kept = {"PurchaseOrder", "purchaseOrders", "orderPlace", "Supplier", "Member"}
    assert gone | kept <= names(admin)
    done = hq.do("moduleDisable", module="approvals", unitId=gid(world.a1), also=["requisitions"])
    assert done == {"errors": []}
    now = names(admin)
    assert not gone & now
    assert kept <= now
    assert not [name for name in now if name.startswith(("Requisition", "ApprovalFlow", "requisition"))]
    answer = admin.ask("{ requisitions { totalCount } }")
    assert answer["errors"][0]["message"] == "Cannot query field 'requisitions' on type 'Query'."
    other = Member("cy@example.com", world.a2, "unit_admin")
    assert gone | kept <= names(other)
    hq.do("moduleEnable", module="requisitions", unitId=gid(world.a1), also=["approvals"])
    assert gone | kept <= names(admin)
    assert admin.ask("{ requisitions { totalCount } }")["data"] == {"requisitions": {"totalCount": 0}}


def test_permissions_and_roles_show_nothing_of_it(world, hq, admin):
    hq.do("moduleDisable", module="approvals", unitId=gid(world.a1), also=["requisitions"])
    answer = admin.ask(
        "{ permissions { code } roles { code permissions } viewer { contexts { permissions modules } } }"
    )
    data = answer["data"]
    codes = {p["code"] for p in data["permissions"]}
    codes |= {code for role in data["roles"] for code in role["permissions"]}
    (context,) = data["viewer"]["contexts"]
    codes |= set(context["permissions"])
    assert not [c for c in codes if c.startswith(("approvals.", "procurement.requisition."))]
    assert "procurement.order.place" in codes
    assert context["modules"] == sorted(BASE)


def test_cards_and_preview(world, hq, admin):
    card = "modules{} {{ code enabled chosenIn changedBy needs neededBy alwaysOn }}"
    off = hq.ask("{ " + card.format(f'(unitId: "{gid(world.a1)}")') + " }")["data"]["modules"]
    assert [m["code"] for m in off] == sorted(ALL)
    assert {m["enabled"] for m in off} == {True}
    preview = hq.ask(
        'query($unit: ID!) { moduleChange(module: "approvals", enable: false, unitId: $unit) '
        "{ also { code name } units openWork { name count } } }",
        {"unit": gid(world.a1)},
    )["data"]["moduleChange"]
    assert preview == {"also": [{"code": "requisitions", "name": "Requisitions"}], "units": 1, "openWork": []}
    assert hq.refusal("moduleDisable", module="approvals", unitId=gid(world.a1)) == "MODULE_NEEDS"
    assert hq.refusal("moduleDisable", module="approvals", unitId=gid(world.b1)) == "NOT_FOUND"
    assert hq.refusal("moduleDisable", module="core") == "MODULE_ALWAYS_ON"
    hq.do("moduleDisable", module="requisitions", unitId=gid(world.a1))
    cards = {m["code"]: m for m in admin.ask("{ " + card.format("") + " }")["data"]["modules"]}
    assert cards["requisitions"] == {
        "code": "requisitions", "enabled": False, "chosenIn": "unit", "changedBy": "Anna",
        "needs": ["approvals", "orders"], "neededBy": [], "alwaysOn": False,
    }  # fmt: skip


def test_our_own_pages_lose_what_does_not_exist_there():
    base = unit_schema(BASE)
    page = """query Overview($first: Int!, $open: RequisitionFilter) {
      viewer { person { email } }
      requisitions(first: $first, filter: $open) { ...Rows }
      purchaseOrders(first: 1) { nodes { number lines { requisitionLine { id } description } } }
    }
    fragment Rows on RequisitionConnection { nodes { number } }"""
    left = pruned(base, page)
    assert "equisition" not in left
    assert "$first" not in left
    assert Documents(base, introspection=False).get(page, {}, own=True).text == left
    alone = "query($id: ID!) { requisition(id: $id) { number } }"
    assert pruned(base, alone) is None
    with pytest.raises(NotFound):
        Documents(base, introspection=False).get(alone, {}, own=True)
    assert pruned(unit_schema(), page) == page


def test_the_base_edition_knows_of_nothing_after_the_order():
    base = unit_schema(EDITIONS["base"])
    fields = {*base.query_type.fields, *base.mutation_type.fields}
    later = ("receipt", "invoice", "payment", "bankAccount", "requisition", "mrp")
    assert [name for name in fields if name.startswith(later)] == []
    assert not {"GoodsReceipt", "SupplierInvoice", "PaymentRun", "BankAccount"} & set(base.type_map)
    assert {"PaymentRun", "BankAccount"} <= set(unit_schema(EDITIONS["procurement"]).type_map)


def test_every_permission_has_its_module():
    assert not [code for code in CATALOGUE if module_of(code) is None]


def test_a_hundred_switches_under_traffic(live_world):
    """Elsewhere no request fails; here only what is off is missing, and what was written stays."""
    hq, people = _people(live_world)
    stop, failures, answered = threading.Event(), [], [0]
    elsewhere = [
        (people["a2"], "a2", "{ requisitions(first: 1) { totalCount } costCentres { totalCount } }"),
        (people["b1"], "b1", "{ requisitions(first: 1) { totalCount } }"),
        (people["a1"], "a1", "{ purchaseOrders(first: 1) { totalCount } viewer { person { email } } }"),
    ]
    made = people["a1"].unit("a1", MAKE, {"input": {"code": "K1", "name": "Kept"}})
    assert made["data"]["costCentreCreate"]["errors"] == []

    def traffic(client, slug, text):
        while not stop.is_set():
            answer = client.unit(slug, text)
            answered[0] += 1
            if answer.get("errors") or answer.get("data") is None:
                failures.append((slug, answer))
        connections.close_all()

    with ThreadPoolExecutor(len(elsewhere)) as pool:
        running = [pool.submit(traffic, *each) for each in elsewhere]
        try:
            for number in range(100):
                _switch(hq, live_world.a1, enable=bool(number % 2))
                seen = people["a1"].unit("a1", "{ costCentres { nodes { code } } }")
                if number % 2:
                    assert [n["code"] for n in seen["data"]["costCentres"]["nodes"]] == ["K1"]
                else:
                    assert "Cannot query field" in seen["errors"][0]["message"]
        finally:
            stop.set()
        for each in running:
            each.result()
    assert failures == []
    assert answered[0] > 100


MAKE = (
    "mutation($input: CostCentreCreateInput!) { costCentreCreate(input: $input) { errors { code field } } }"
)


def _people(world):
    def client(email, place, role):
        person: Person = make_person(email)
        make_member(person, place, role)
        return ApiClient(person=person)

    hq = client("anna@example.com", world.a, "hq_admin")
    units = {u.slug: client(f"{u.slug}@example.com", u, "unit_admin") for u in world.units}
    return (hq, world.a), units


def _switch(hq, unit, *, enable):
    client, group = hq
    name = "moduleEnable" if enable else "moduleDisable"
    text = f"mutation($input: {name[0].upper()}{name[1:]}Input!) {{ {name}(input: $input) {{ errors {{ code }} }} }}"
    wanted = ("requisitions", ["approvals"]) if enable else ("approvals", ["requisitions"])
    given = {"module": wanted[0], "unitId": gid(unit), "also": wanted[1]}
    answer = client.group(text, {"input": given}, **{"X-Hanse-Group": str(group.id)})
    assert answer["data"][name]["errors"] == [], answer
