"""Scores through the unit's and the group's doors: closing, reading, drill-down, and what a supplier sees."""

from datetime import timedelta

from api.ids import to_global_id
from commerce.suppliers.models import ScorePeriod
from commerce.suppliers.services.period_close import run_period
from tests.api.masterdata.support import Hq, InUnit
from tests.api.masterdata.test_fitness import contact
from tests.contexts.suppliers.support import FEB, JAN, closed
from tests.contexts.suppliers.test_period_close import two_suppliers
from tests.factories import masterdata as make
from tests.support.world import NOW

CLOSE = """mutation ($input: PeriodCloseInput!) { periodClose(input: $input) {
  scorePeriod { id status modelName weights } errors { code field } } }"""
PERIODS = """{ scorePeriods { nodes { status suppliers done rated reached qualityPercent
  scores { supplierName total tier rank } } } }"""
SCORES = """{ supplierScores { nodes { supplierName onTime cost quality total coverage tier rank } totalCount } }"""
MEASURES = """{ supplierMeasures { nodes { dimension value part whole
  sources { docType docNumber day part whole } } } }"""
MODEL = """{ scoreModelInForce { name version qualityBar weights { dimension weight }
  tiers { strategic preferred watch hysteresis } } }"""
PUBLISH = """mutation ($input: ModelPublishInput!) { modelPublish(input: $input) {
  done errors { code message field } } }"""
GROUP_PUBLISH = """mutation ($input: ScoreModelPublishInput!) { scoreModelPublish(input: $input) {
  scoreModel { version weights tiers } errors { code } } }"""
GROUP_CLOSE = """mutation ($input: GroupScoreCloseInput!) { groupScoreClose(input: $input) {
  suppliers rated units errors { code } } }"""
MARK = """mutation ($input: AssessmentEnterInput!) { assessmentEnter(input: $input) {
  supplierAssessment { value dimension evidenceName } errors { code field } } }"""
TERMS = """mutation ($input: TermsEditInput!) { termsEdit(input: $input) {
  tierTerms { tier paymentDays payOrder } errors { code field } } }"""
STANDING = """query ($id: ID!, $categories: [ID!]!) { supplierStanding(supplierId: $id, categoryIds: $categories) {
  reasons { code about } tier paymentDays payOrder } }"""
WEIGHTS = [
    {"dimension": d, "weight": w}
    for d, w in (
        ("quality", "30"), ("on_time", "25"), ("cost", "20"), ("innovation", "15"), ("environment", "10"),
    )
]  # fmt: skip


def test_a_period_is_closed_read_and_traced_to_its_documents(world):
    two_suppliers(world)
    admin, buyer = InUnit(world.a1, "unit_admin"), InUnit(world.a1)
    asked = admin.data(CLOSE, input={"startDate": str(JAN), "endDate": str(FEB)})["periodClose"]
    assert asked["errors"] == []
    assert (asked["scorePeriod"]["status"], asked["scorePeriod"]["modelName"]) == ("queued", "default")
    with world.a1.scope():
        key = ScorePeriod.objects.get().id
    run_period(scope=world.a1.unit_scope, period_id=key, at=NOW)
    assert buyer.data(PERIODS)["scorePeriods"]["nodes"] == [
        {
            "status": "closed", "suppliers": 2, "done": 2, "rated": 2, "reached": 0, "qualityPercent": "0.00",
            "scores": [
                {"supplierName": "Alpha Ltd", "total": "72.22", "tier": "preferred", "rank": 1},
                {"supplierName": "Beta Ltd", "total": "66.67", "tier": "watch", "rank": 2},
            ],
        }
    ]  # fmt: skip
    found = {(m["dimension"], m["value"]): m for m in buyer.data(MEASURES)["supplierMeasures"]["nodes"]}
    on_time = found["on_time", "70.0000"]
    assert [s["docNumber"] for s in on_time["sources"]] == ["A-1", "A-2", "A-3"]
    assert on_time["sources"][0] == {
        "docType": "order", "docNumber": "A-1", "day": "2026-01-20", "part": "70", "whole": "70",
    }  # fmt: skip
    assert found["cost", "75.0000"]["part"] == "90.000000000000"
    receiver = {
        m["dimension"]: m for m in InUnit(world.a1, "receiver").data(MEASURES)["supplierMeasures"]["nodes"]
    }
    assert (receiver["cost"]["part"], receiver["cost"]["sources"]) == (None, None)
    assert receiver["on_time"]["part"] is not None
    again = admin.data(CLOSE, input={"startDate": str(JAN), "endDate": str(FEB)})["periodClose"]
    assert again["errors"] == [{"code": "PERIOD_OVERLAPS", "field": "startDate"}]


def test_a_supplier_sees_its_own_score_alone_and_nothing_about_others(world):
    alpha, _ = two_suppliers(world)
    closed(world.a1)
    client = contact(world.a1, alpha)
    seen = client.unit("a1", SCORES)["data"]["supplierScores"]
    assert (seen["totalCount"], seen["nodes"][0]["supplierName"]) == (1, "Alpha Ltd")
    assert [m["dimension"] for m in client.unit("a1", MEASURES)["data"]["supplierMeasures"]["nodes"]] == [
        "on_time"
    ]
    assert client.unit("a1", PERIODS)["data"]["scorePeriods"]["nodes"] == []
    for refused in ("{ tierTerms { totalCount } }", "{ supplierRelations { totalCount } }", MODEL,
                    "{ supplierAssessments { totalCount } }", "{ groupScores { totalCount } }"):  # fmt: skip
        assert client.unit("a1", refused)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert InUnit(world.a2).data(SCORES)["supplierScores"]["totalCount"] == 0


def test_models_marks_terms_and_the_groups_scores(world):
    alpha, _ = two_suppliers(world)
    supplier_id = to_global_id("Supplier", alpha)
    hq, admin = Hq(world.a), InUnit(world.a1, "unit_admin")
    tiers = {"strategic": "10", "preferred": "40", "watch": "50", "hysteresis": "2.5"}
    common = {"weights": WEIGHTS, "qualityBar": "70", "leastCoverage": "45", "reason": "First"}
    group = {**common, "tiers": tiers}
    uneven = {**group, "tiers": {**tiers, "watch": "51"}}
    assert hq.data(GROUP_PUBLISH, input=uneven)["scoreModelPublish"]["errors"] == [{"code": "TIERS_NOT_100"}]
    published = hq.data(GROUP_PUBLISH, input=group)["scoreModelPublish"]["scoreModel"]
    assert (published["version"], published["weights"]["quality"]) == (1, "30")
    assert published["tiers"] == tiers
    assert admin.data(MODEL)["scoreModelInForce"]["name"] == "group 1"
    assert admin.data(MODEL)["scoreModelInForce"]["tiers"] == tiers
    bad = [{**WEIGHTS[0], "weight": "29.5"}, *WEIGHTS[1:]]
    refused = admin.data(PUBLISH, input={"version": 0, **common, "weights": bad})["modelPublish"]
    assert refused["errors"] == [
        {
            "code": "WEIGHTS_NOT_100", "field": "weights",
            "message": "The weights sum to 99.5, not to 100. Change them by +0.5.",
        }
    ]  # fmt: skip
    mark = {"supplierOrgId": supplier_id, "dimension": "innovation", "value": "90", "reason": "Patent"}
    entered = InUnit(world.a1).data(MARK, input=mark)["assessmentEnter"]
    assert entered["supplierAssessment"] == {"value": "90.00", "dimension": "innovation", "evidenceName": ""}
    terms = {"tier": "preferred", "paymentDays": 30, "payOrder": 2, "reason": "Agreed"}
    assert admin.data(TERMS, input=terms)["termsEdit"]["tierTerms"]["paymentDays"] == 30
    closed(world.a1, at=NOW + timedelta(0))
    told = hq.data(GROUP_CLOSE, input={"startDate": str(JAN), "endDate": str(FEB)})["groupScoreClose"]
    assert told == {"suppliers": 2, "rated": 2, "units": 1, "errors": []}
    scores = "{ groupScores { nodes { supplierName total tier } } }"
    assert [s["supplierName"] for s in hq.data(scores)["groupScores"]["nodes"]] == ["Alpha Ltd", "Beta Ltd"]
    assert InUnit(world.a2).data(scores)["groupScores"]["nodes"][0]["total"] == "72.22"
    assert InUnit(world.b1).data(scores)["groupScores"]["nodes"] == []


def test_where_a_supplier_stands(world):
    supplier, category = make.supplier_org(world.a), make.category(world.a)
    asked = {"id": to_global_id("Supplier", supplier), "categories": [to_global_id("Category", category)]}
    assert InUnit(world.a1).data(STANDING, **asked)["supplierStanding"] == {
        "reasons": [{"code": "NOT_QUALIFIED", "about": asked["categories"][0]}],
        "tier": None, "paymentDays": None, "payOrder": None,
    }  # fmt: skip
