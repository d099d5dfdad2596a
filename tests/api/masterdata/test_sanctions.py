"""Sanctions through the doors."""

from commerce.masterdata.models import Sanction
from tests.api.masterdata.support import Hq, InUnit
from tests.contexts.masterdata.test_supplier_gate import passes
from tests.factories import masterdata as make

IMPOSE = """mutation ($input: SanctionImposeInput!) { sanctionImpose(input: $input) {
  sanction { id status actions categoryIds unitIds openDocumentPolicy binding version
    supplier { legalName sanctioned } case { kind statement decidedByName } }
  errors { code message field } } }"""
LIFT = """mutation ($input: SanctionLiftInput!) { sanctionLift(input: $input) {
  sanction { status binding } errors { code } } }"""
LIST = "{ sanctions(first: 10) { nodes { reason actions supplier { legalName } case { statement } } } }"


def test_hq_blacklists_units_see_what_binds_them_and_hq_lifts(world):
    hq, bound, free = Hq(world.a), InUnit(world.a1), InUnit(world.a2)
    supplier = make.supplier_org(world.a, "Baltic Timber")
    wood = make.category(world.a, "WOOD")
    answer = hq.data(IMPOSE, input={
        "supplierOrgId": f"Supplier_{supplier}", "actions": ["issue", "pay"], "reason": "Fraud",
        "categoryIds": [f"Category_{wood}"], "unitIds": [f"Unit_{world.a1.id}"],
        "openDocumentPolicy": "hold_open", "statement": "Denied", "idempotencyKey": "s-1",
    })["sanctionImpose"]  # fmt: skip
    assert answer["errors"] == []
    sanction = answer["sanction"]
    assert (sanction["status"], sanction["binding"], sanction["actions"]) == (
        "in_force",
        True,
        ["issue", "pay"],
    )
    assert (sanction["categoryIds"], sanction["unitIds"]) == ([f"Category_{wood}"], [f"Unit_{world.a1.id}"])
    assert sanction["supplier"] == {"legalName": "Baltic Timber", "sanctioned": True}
    assert (sanction["case"]["kind"], sanction["case"]["statement"]) == ("regular", "Denied")
    assert bound.data(LIST)["sanctions"]["nodes"] == [
        {
            "reason": "Fraud",
            "actions": ["issue", "pay"],
            "supplier": {"legalName": "Baltic Timber"},
            "case": None,
        }
    ]
    assert free.data(LIST)["sanctions"]["nodes"] == []
    assert not passes(world.a1, supplier, categories=[wood])
    lifted = hq.data(LIFT, input={"sanctionId": sanction["id"], "version": 1, "reason": "Appeal"})
    assert lifted["sanctionLift"] == {"sanction": {"status": "lifted", "binding": False}, "errors": []}
    assert passes(world.a1, supplier, categories=[wood])


def test_a_foreign_id_among_own_ones_refuses_the_whole_call(world):
    hq = Hq(world.a)
    supplier = make.supplier_org(world.a)
    own, foreign = make.category(world.a, "A"), make.category(world.b, "B")
    answer = hq.data(IMPOSE, input={
        "supplierOrgId": f"Supplier_{supplier}", "actions": ["issue"], "reason": "Fraud",
        "categoryIds": [f"Category_{own}", f"Category_{foreign}"],
    })["sanctionImpose"]  # fmt: skip
    assert (answer["sanction"], answer["errors"][0]["code"]) == (None, "NOT_FOUND")
    with world.a.scope():
        assert Sanction.objects.count() == 0


def test_a_refusal_is_worded_in_the_callers_language(world):
    hq = Hq(world.a, locale="zh-CN")
    supplier = make.supplier_org(world.a)
    answer = hq.data(
        IMPOSE, input={"supplierOrgId": f"Supplier_{supplier}", "actions": ["issue"], "reason": " "}
    )["sanctionImpose"]
    assert answer["errors"] == [
        {"code": "INVALID", "message": "请填写原因，最多 2000 个字符。", "field": "reason"}
    ]
