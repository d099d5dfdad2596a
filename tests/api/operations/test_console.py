"""The operator's console: who comes in, what it sees of two groups, and what it never sees."""

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from tenants.accounts.services.operators import operator_dismiss
from tenants.directory.models import ModuleSwitch
from tenants.directory.queries import unit_facts
from tenants.operations.models import AnnouncementCopy, OperatorTrail
from tenants.operations.probing import Verdict, keep
from tenants.runtime import clock
from tenants.runtime.access import PublicAccess, UnitAccess, access_of, models_with_access
from tenants.runtime.scope import ACCOUNTS, OPERATOR, PLATFORM, unit_of_work
from tests.api.client import ApiClient
from tests.api.operations.conftest import OperatorClient
from tests.factories.people import make_api_key
from tests.support.world import NOW

GROUPS = "{ groups { name unitCount units { slug status } } }"
ANNOUNCED = "{ announcementsNow { tone text } }"
MODULES = "{ modules { code enabled } }"

MAY_READ = {
    "accounts.Operator",
    "accounts.SupportGrant",
    "accounts.SupportSession",
    "billing.CommissionRule",
    "billing.Plan",
    "billing.PlanPrice",
    "billing.RevenueMonth",
    "billing.Subscription",
    "directory.BusinessUnit",
    "directory.Group",
    "directory.ModuleSwitch",
    "directory.ProvisioningJob",
}
"""What the console's role may read beside the tables of operations themselves; nobody's business rows."""


def codes(answer):
    return [error["extensions"]["code"] for error in answer["errors"]]


def test_only_appointed_people_with_a_second_factor_come_in(world, operator, hq) -> None:
    assert codes(ApiClient().ask("/operator/graphql", GROUPS)) == ["UNAUTHENTICATED"]
    assert codes(hq.client.ask("/operator/graphql", GROUPS)) == ["NOT_FOUND"]
    secret, _ = make_api_key(operator.person, world.a, "directory.group.read")
    assert codes(ApiClient(secret=secret).ask("/operator/graphql", GROUPS)) == ["UNAUTHENTICATED"]
    without = OperatorClient("otto@service.example", "operator_reader", second_factor=False)
    assert codes(without.ask(GROUPS)) == ["MFA_REQUIRED"]
    assert {g["name"] for g in operator.ask(GROUPS)["data"]["groups"]} >= {"Group A", "Group B"}
    with unit_of_work(ACCOUNTS):
        operator_dismiss(at=clock.now(), email=operator.person.email)
    assert codes(operator.ask(GROUPS)) == ["NOT_FOUND"]


def test_the_console_lists_both_groups_and_is_no_member_of_either(world, operator) -> None:
    groups = {g["name"]: g for g in operator.ask(GROUPS)["data"]["groups"]}
    assert [u["slug"] for u in groups["Group A"]["units"]] == ["a1", "a2"]
    assert groups["Group B"]["unitCount"] == 1
    assert codes(operator.client.unit("a1", "{ __typename }")) == ["NOT_FOUND"]
    assert codes(operator.client.group("{ __typename }", **{"X-Hanse-Group": str(world.a.id)})) == [
        "NOT_FOUND"
    ]


def test_its_role_reads_only_what_is_named_here(world) -> None:
    readable = {
        model._meta.label
        for model, access in models_with_access()
        if isinstance(access, PublicAccess)
        and "S" in access.operator
        and model._meta.app_label != "operations"
    }
    assert readable == MAY_READ
    refused = []
    with unit_of_work(OPERATOR):
        for model, access in models_with_access():
            closed = isinstance(access, UnitAccess) or "S" not in access.operator
            try:
                with transaction.atomic():
                    model._default_manager.exists()
            except DatabaseError:
                refused.append(model._meta.label)
            else:
                assert not closed, model._meta.label
    assert {"accounts.Membership", "masterdata.Supplier", "procurement.PurchaseOrder"} & set(refused)
    for unit in world.units:
        with unit_of_work(OPERATOR), pytest.raises(DatabaseError), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT 1 FROM "{unit.schema_name}".procurement_purchase_order')


def test_readers_change_nothing(world) -> None:
    reader = OperatorClient("rita@service.example", "operator_reader")
    given = {"module": "approvals", "state": "held", "reason": "A fault was found in it."}
    assert reader.do("featureSwitch", **given)["errors"] == [{"code": "FORBIDDEN", "field": None}]
    with world.a.scope():
        assert not ModuleSwitch.objects.exists()


def test_a_module_is_held_back_from_all_and_lent_to_one(world, operator, hq, foreign) -> None:
    def on(member):
        return {m["code"] for m in member.ask(MODULES)["data"]["modules"] if m["enabled"]}

    group = {"X-Hanse-Group": str(world.a.id)}
    why = "A fault was found in it."
    assert "approvals" in on(hq) & on(foreign)
    done = operator.do("featureSwitch", module="approvals", state="held", reason=why)
    assert done == {"errors": []}
    assert "approvals" not in on(hq) | on(foreign)
    assert hq.refusal("moduleEnable", module="approvals", also=[]) == "MODULE_HELD_BACK"
    own = {
        "module": "approvals",
        "reason": "This group tries the mended one.",
        "groupId": f"Group_{world.a.id}",
    }
    assert operator.do("featureSwitch", state="lent", **own) == {"errors": []}
    assert "approvals" in on(hq) and "approvals" not in on(foreign)
    assert operator.do("featureSwitch", module="approvals", state="free", reason=why) == {"errors": []}
    assert "approvals" in on(foreign)
    with unit_of_work(OPERATOR):
        assert OperatorTrail.objects.filter(action="operations.feature.switch").count() == 3
    assert codes(hq.client.group("{ me { name } }", **group)) == ["GRAPHQL_ERROR"]


def test_an_announcement_reaches_the_groups_it_is_for_and_no_other(world, operator, hq, foreign) -> None:
    now = clock.now()
    period = {
        "startsAt": (now - timedelta(hours=1)).isoformat(),
        "endsAt": (now + timedelta(hours=1)).isoformat(),
    }
    words = {"tone": "info", "textEn": "New reports are here.", "textZh": "新报表已上线。"}
    only_a = {**words, "groupIds": [f"Group_{world.a.id}"]}
    assert operator.do("announcementPublish", **only_a, **period) == {"errors": []}
    assert hq.ask(ANNOUNCED)["data"]["announcementsNow"] == [
        {"tone": "info", "text": "New reports are here."}
    ]
    assert foreign.ask(ANNOUNCED)["data"]["announcementsNow"] == []
    with world.b.scope():
        assert not AnnouncementCopy.objects.exists()
    later = {
        "startsAt": (now + timedelta(hours=1)).isoformat(),
        "endsAt": (now + timedelta(hours=2)).isoformat(),
    }
    assert operator.do("announcementPublish", **words, **later) == {"errors": []}
    assert foreign.ask(ANNOUNCED)["data"]["announcementsNow"] == []
    (shown,) = [
        a
        for a in operator.ask("{ announcements { id groupCount } }")["data"]["announcements"]
        if a["groupCount"]
    ]
    assert operator.do("announcementWithdraw", announcementId=shown["id"]) == {"errors": []}
    assert hq.ask(ANNOUNCED)["data"]["announcementsNow"] == []
    backwards = {"startsAt": later["endsAt"], "endsAt": later["startsAt"]}
    refused = operator.do("announcementPublish", **words, **backwards)
    assert refused["errors"] == [{"code": "INVALID", "field": "endsAt"}]


def test_the_public_page_tells_of_incidents_and_names_nobody(world, operator) -> None:
    said = {"textEn": "We are looking.", "textZh": "正在排查。"}
    operator.do("incidentReport", titleEn="Slow pages", titleZh="页面缓慢", impact="major", **said)
    text = "{ serviceStatus { state incidents { id title state updates { text } } } }"
    (incident,) = ApiClient().group(text)["data"]["serviceStatus"]["incidents"]
    assert (incident["title"], incident["updates"]) == ("Slow pages", [{"text": "We are looking."}])
    assert ApiClient().group(text)["data"]["serviceStatus"]["state"] == "degraded"
    operator.do(
        "incidentUpdate", incidentId=incident["id"], state="resolved", textEn="Mended.", textZh="已修复。"
    )
    after = ApiClient(locale="zh-CN").group(text)["data"]["serviceStatus"]
    assert (after["state"], after["incidents"][0]["title"]) == ("unknown", "页面缓慢")
    assert [u["text"] for u in after["incidents"][0]["updates"]] == ["已修复。", "正在排查。"]
    assert access_of(OperatorTrail).accounts == "" and clock.now() > NOW


def test_the_public_page_follows_the_probes_and_names_no_unit(world, operator) -> None:
    text = "{ serviceStatus { state unitsAnswer days { day percent failedMinutes } incidents { title } } }"
    with unit_of_work(PLATFORM):
        units = [unit for unit in unit_facts(active_only=True) if unit.slug in ("a1", "a2", "b1")]
    now = clock.now()
    for minutes, answers, told in (
        (6, (False, False, False), ["unknown", "unknown"]),
        (2, (True, True, True), ["operational", "all"]),
        (1, (True, False, True), ["degraded", "some"]),
        (0, (False, False, False), ["outage", "none"]),
    ):
        verdicts = [Verdict(answered, 7, "" if answered else "status 502") for answered in answers]
        keep(units, verdicts, at=now - timedelta(minutes=minutes))
        answer = ApiClient().group(text)
        status = answer["data"]["serviceStatus"]
        assert [status["state"], status["unitsAnswer"]] == told
        console = operator.ask("{ status { state unitsAnswer } }")["data"]["status"]
        assert [console["state"], console["unitsAnswer"]] == told
        named = [str(each) for unit in units for each in (unit.id, unit.slug, unit.name)]
        assert not [name for name in [*named, "Group A"] if f'"{name}"' in json.dumps(answer)]
