"""What master data does in the background, delivered as the relay and a worker deliver it."""

from datetime import timedelta

from commerce.masterdata.models import ImportJob, Sanction, ScreeningRun
from commerce.masterdata.services.screening import screening_start
from commerce.masterdata.services.supplier_import import supplier_import_create
from commerce.masterdata.sheets import write_csv
from infra.config.wiring import register_reactions
from tenants.runtime import files
from tenants.runtime.delivery import deliver, fire_alarm
from tenants.runtime.events import handlers_of
from tenants.runtime.models import Alarm, OutboxDelivery, OutboxEvent
from tenants.runtime.scope import PLATFORM, unit_of_work
from tests.contexts.masterdata.test_sanction_impose import impose
from tests.contexts.masterdata.test_supplier_create import create
from tests.contexts.masterdata.test_watchlist_import import load, ofac
from tests.factories import masterdata as make
from tests.support.world import NOW


def hand_over(event_type, *, to=""):
    """Runs the handlers of the oldest event of a type, twice, as a resent message would; `to` is a part of names."""
    register_reactions()
    with unit_of_work(PLATFORM):
        event = OutboxEvent.objects.filter(event_type=event_type).order_by("position").first()
    handlers = [name for name in handlers_of(event_type) if to in name]
    assert handlers
    for _ in range(2):
        for name in handlers:
            deliver.run(scope=PLATFORM, event_id=str(event.id), handler=name, in_unit=None)
    with unit_of_work(PLATFORM):
        assert OutboxDelivery.objects.filter(event_id=event.id).count() == len(handlers)


def test_an_upload_is_read_by_its_event(live_world):
    actor = live_world.a.actor("masterdata.supplier.import")
    with live_world.a.scope():
        file_id = files.put(
            name="s.csv", content_type="text/csv", data=write_csv(["Name", "Country"], [["X", "DE"]]),
            purpose="supplier_import", actor=actor,
        )  # fmt: skip
        supplier_import_create(actor=actor, file_id=file_id, at=NOW)
    hand_over("masterdata.supplier_import.requested")
    with live_world.a.scope():
        job = ImportJob.objects.get()
        assert (job.status, job.total, job.version) == ("read", 1, 2)


def test_a_screening_is_run_by_its_event(live_world):
    load(ofac())
    create(live_world.a, legal_name="Mahan Air GmbH", country="DE")
    with live_world.a.scope():
        screening_start(actor=live_world.a.actor("masterdata.screening.start"), at=NOW)
    hand_over("masterdata.screening.requested")
    with live_world.a.scope():
        run = ScreeningRun.objects.get()
        assert (run.status, run.suppliers, run.hits) == ("finished", 1, 1)


def test_a_sanction_ends_by_its_alarm(live_world):
    register_reactions()
    sanction_id = impose(live_world, make.supplier_org(live_world.a), until_at=NOW + timedelta(days=1))
    with unit_of_work(PLATFORM):
        alarm = Alarm.objects.get()
        Alarm.objects.update(attempts=1)  # as the relay does when it hands it over
    fire_alarm.run(scope=PLATFORM, alarm_id=str(alarm.id))
    with live_world.a.scope():
        assert Sanction.objects.get(id=sanction_id).status == "expired"
        assert Alarm.objects.count() == 0
