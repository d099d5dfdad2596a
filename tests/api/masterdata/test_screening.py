"""Screening through the group's door."""

from commerce.masterdata.services.screening import screen_register
from tenants.kernel.ids import parse_id
from tenants.runtime.scope import group_scope
from tests.api.masterdata.support import Hq, InUnit
from tests.contexts.masterdata.test_supplier_create import create
from tests.contexts.masterdata.test_watchlist_import import load, ofac
from tests.support.world import NOW

START = """mutation { screeningStart(input: {idempotencyKey: "s"}) {
  screeningRun { id status threshold } errors { code } } }"""
HITS = """{ screeningHits(first: 5) { nodes { id score supplierName entryName status version evidence
  supplier { legalName } entry { source names countries } } } }"""
CONFIRM = """mutation ($input: ScreeningHitConfirmInput!) { screeningHitConfirm(input: $input) {
  screeningHit { status decidedByName } sanction { status actions } errors { code } } }"""


def test_a_run_is_started_its_hits_are_read_and_one_is_confirmed(world):
    load(ofac())
    create(world.a, legal_name="Mahan Air GmbH", country="DE")
    hq = Hq(world.a)
    run = hq.data(START)["screeningStart"]["screeningRun"]
    assert (run["status"], run["threshold"]) == ("queued", 70)
    screen_register(scope=group_scope(world.a.id), run_id=parse_id(run["id"].split("_")[1]), at=NOW)
    hit = hq.data(HITS)["screeningHits"]["nodes"][0]
    assert (hit["score"], hit["entryName"], hit["supplier"]) == (
        100, "MAHAN AIR", {"legalName": "Mahan Air GmbH"},
    )  # fmt: skip
    assert (hit["entry"]["source"], hit["entry"]["names"][0]) == ("ofac", "MAHAN AIR")
    confirmed = hq.data(CONFIRM, input={"hitId": hit["id"], "version": 1, "reason": "Listed"})
    assert confirmed["screeningHitConfirm"]["sanction"]["status"] == "proposed"
    assert confirmed["screeningHitConfirm"]["screeningHit"]["status"] == "confirmed"
    assert Hq(world.b).data(HITS)["screeningHits"]["nodes"] == []


def test_a_unit_knows_no_screening(world):
    assert InUnit(world.a1, "unit_admin").ask(HITS)["errors"]
