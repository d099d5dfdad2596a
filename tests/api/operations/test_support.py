"""Acting as a customer: only with consent, within it, seen by all, ended at once; and what is never done so."""

from datetime import timedelta

import pytest

from api.ids import key_of
from tenants.accounts.models import OutgoingMail, SupportGrant, SupportSession
from tenants.accounts.services.support_mail import mail_support_start
from tenants.accounts.support_access import NEVER
from tenants.runtime import clock
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.api.accounts.conftest import Member

READ = "{ auditEntries(first: 1) { totalCount } }"
MEMBERS = "{ members(first: 5) { nodes { email } } }"
WHY = "They cannot find an order."


def codes(answer):
    return [error["extensions"]["code"] for error in answer["errors"]]


class Case:
    """A consent, the session under it, and requests in its name."""

    def __init__(self, world, operator, hq) -> None:
        self.world, self.operator, self.hq = world, operator, hq
        self.admin = Member("bo@example.com", world.a1, "unit_admin")
        self.member_id = f"Member_{self.admin.membership.id}"

    def consent(self, *, may_write: bool = False, hours: int = 2) -> str:
        given = {"memberId": self.member_id, "hours": hours, "reason": WHY, "mayWrite": may_write}
        assert self.hq.do("supportGrant", **given) == {"errors": []}
        return self.hq.ask("{ supportGrants { id } }")["data"]["supportGrants"][0]["id"]

    def start(self, grant_id: str) -> dict:
        return self.operator.do("supportStart", "session { id }", grantId=grant_id, reason=WHY)

    def acting(self, session_id: str, text: str, variables=None, slug: str = "a1") -> dict:
        return self.operator.client.unit(slug, text, variables, **{"X-Hanse-Support": session_id})


@pytest.fixture
def case(world, operator, hq) -> Case:
    return Case(world, operator, hq)


def trail(world, action):
    with world.a.scope():
        rows = GroupAuditEntry.objects.filter(action=action)
        return list(
            rows.order_by("recorded_at", "id").values_list("actor_name", "actor_key", "subject_label")
        )


def test_without_consent_nobody_acts_as_anybody(world, operator, case) -> None:
    invented = f"SupportGrant_{world.a.id}"
    assert case.start(invented)["errors"] == [{"code": "SUPPORT_NOT_GRANTED", "field": "grantId"}]
    assert codes(case.acting(f"SupportSession_{world.a.id}", READ)) == ["UNAUTHENTICATED"]
    assert codes(operator.client.unit("a1", READ)) == ["NOT_FOUND"]
    with world.a.scope():
        assert not SupportSession.objects.exists()


def test_a_consent_opens_reading_leaves_a_trail_and_shows_to_all(world, operator, hq, case) -> None:
    session_id = case.start(case.consent())["session"]["id"]
    assert case.acting(session_id, READ)["data"]["auditEntries"]["totalCount"] == 0
    name, key, what = trail(world, "accounts.support.read")[-1]
    assert (name, what) == ("Olga as Bo", "auditEntries")
    assert key == f"operator:{operator.person.pk}:as:person:{case.admin.person.pk}"
    for member in (hq, case.admin):
        shown = member.ask("{ supportNow { operatorName personName mayWrite } }")["data"]["supportNow"]
        assert shown == [{"operatorName": "Olga", "personName": "Bo", "mayWrite": False}]
    with world.a.scope():
        told = mail_support_start(session_id=key_of(session_id, "SupportSession"), at=clock.now())
        assert told == 1
    with unit_of_work(ACCOUNTS):
        mail = OutgoingMail.objects.get(subject__contains="Group A")
    assert mail.recipient == hq.person.email
    assert all(words in mail.text_body for words in ("Olga", "Bo", WHY, "support-access"))
    with world.b.scope():
        assert mail_support_start(session_id=key_of(session_id, "SupportSession"), at=clock.now()) == 0
    start = trail(world, "accounts.support.start")
    assert start == [("Olga", f"person:{operator.person.pk}", "Bo")]
    (own,) = operator.ask("{ trail { actorName actionName groupName details } }")["data"]["trail"]
    assert (own["actorName"], own["actionName"], own["groupName"]) == (
        "Olga",
        "Support access: started",
        "Group A",
    )
    assert (own["details"]["person"], own["details"]["reason"]) == ("Bo", WHY)


def test_reading_is_all_unless_more_was_granted_and_refusals_are_in_the_trail(world, case) -> None:
    session_id = case.start(case.consent())["session"]["id"]
    view = {"screen": "s", "name": "n", "state": "{}"}
    changes = {
        "savedViewSave": view,
        "memberRemove": {"membershipId": case.member_id, "version": 1},
        "requisitionSubmit": {"requisitionId": f"Requisition_{world.a.id}", "version": 1},
    }
    for mutation, given in changes.items():
        name = mutation[0].upper() + mutation[1:]
        text = f"mutation($input: {name}Input!) {{ {mutation}(input: $input) {{ errors {{ code }} }} }}"
        (refused,) = case.acting(session_id, text, {"input": given})["data"][mutation]["errors"]
        assert refused["code"] in ("FORBIDDEN", "SUPPORT_READ_ONLY"), mutation
    assert [what for *_, what in trail(world, "accounts.support.write")] == list(changes)
    with world.a.scope():
        assert not GroupAuditEntry.objects.filter(action="accounts.member.remove").exists()


def test_with_leave_to_write_payments_secrets_and_log_in_stay_out_of_reach(world, case) -> None:
    session_id = case.start(case.consent(may_write=True))["session"]["id"]
    left = set(
        case.operator.client.group(
            "{ viewer { contexts { kind permissions } } }", **{"X-Hanse-Support": session_id}
        )["data"]["viewer"]["contexts"][0]["permissions"]
    )
    assert "procurement.requisition.create" in left
    assert [code for code in left if code.startswith(NEVER)] == []
    assert "accounts.member.remove" not in left
    assert codes(case.acting(session_id, "{ apiKeys(first: 1) { totalCount } }")) == ["FORBIDDEN"]
    assert codes(case.acting(session_id, "{ liveStream { url } }")) == ["FORBIDDEN"]
    upload = case.operator.client.client.post(
        "/u/a1/graphql/files?purpose=order_message", b"x", content_type="application/octet-stream",
        headers={"X-Hanse-Client": "t", "X-Hanse-Support": session_id, "X-File-Name": "x"},
    )  # fmt: skip
    assert upload.status_code == 403


def test_a_consent_reaches_no_other_group_and_no_other_unit(world, case) -> None:
    session_id = case.start(case.consent())["session"]["id"]
    assert codes(case.acting(session_id, READ, slug="b1")) == ["NOT_FOUND"]
    assert codes(case.acting(session_id, READ, slug="a2")) == ["NOT_FOUND"]
    foreign = {"X-Hanse-Support": session_id, "X-Hanse-Group": str(world.b.id)}
    assert codes(case.operator.client.group(MEMBERS, **foreign)) == ["NOT_FOUND"]
    assert codes(case.hq.client.unit("a1", READ, **{"X-Hanse-Support": session_id})) == ["UNAUTHENTICATED"]
    assert not trail(world, "accounts.support.write")


def test_revoking_ends_it_with_the_next_request(world, case) -> None:
    grant_id = case.consent()
    session_id = case.start(grant_id)["session"]["id"]
    assert "data" in case.acting(session_id, READ)
    assert case.hq.do("supportRevoke", grantId=grant_id) == {"errors": []}
    assert codes(case.acting(session_id, READ)) == ["UNAUTHENTICATED"]
    assert case.start(grant_id)["errors"][0]["code"] == "SUPPORT_NOT_GRANTED"
    assert case.hq.ask("{ supportNow { id } }")["data"]["supportNow"] == []


@pytest.mark.parametrize("model", [SupportGrant, SupportSession])
def test_time_ends_it(world, case, model) -> None:
    session_id = case.start(case.consent())["session"]["id"]
    scope = world.a.scope()
    with scope:
        early = clock.now() - timedelta(hours=3)
        start = {"granted_at": early} if model is SupportGrant else {"started_at": early}
        model.objects.update(**start, ends_at=early + timedelta(hours=1))
    assert codes(case.acting(session_id, READ)) == ["UNAUTHENTICATED"]


def test_consent_is_the_administrators_and_recent(world, case, foreign) -> None:
    given = {"memberId": case.member_id, "hours": 2, "reason": WHY}
    assert foreign.refusal("supportGrant", **given) == "NOT_FOUND"
    assert case.hq.refusal("supportGrant", **{**given, "hours": 169}) == "INVALID"
    assert case.hq.refusal("supportGrant", **{**given, "reason": "help"}) == "INVALID"
    with unit_of_work(ACCOUNTS):
        assert not SupportGrant.objects.exists()
