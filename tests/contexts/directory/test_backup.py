"""A backup of everything restores, and one unit can be taken out of it and put back into the living platform."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from infra.embedded.backup import back_up
from tenants.runtime.unit.models import NumberSeries
from tests.support.database import HOME


def manage(*arguments):
    out = StringIO()
    call_command(*[str(a) for a in arguments], stdout=out)
    return out.getvalue()


@pytest.mark.timeout(300)
def test_one_unit_comes_back_out_of_a_backup_of_everything_and_a_damaged_one_is_refused(live_world, tmp_path):
    for unit in live_world.units:
        with unit.scope():
            NumberSeries.objects.create(kind=unit.slug, year=2026, last=5)
    name = connections["default"].settings_dict["NAME"]
    connections.close_all()
    back_up(HOME / "postgres", tmp_path / "backup")
    for unit in live_world.units:
        with unit.scope():
            NumberSeries.objects.update(last=6)
    told = manage(
        "restore_drill", tmp_path / "backup", "--database", name, "--unit", "a1", "--out", tmp_path / "a1"
    )
    assert "3 units restored, 0 faults" in told
    with live_world.a1.scope():
        assert NumberSeries.objects.get().last == 6
    assert "stands as of" in manage("unit_restore", tmp_path / "a1")
    for unit, last in ((live_world.a1, 5), (live_world.a2, 6), (live_world.b1, 6)):
        with unit.scope():
            assert NumberSeries.objects.get().last == last
    (tmp_path / "backup" / "base" / "PG_VERSION").write_text("99\n")
    with pytest.raises(CommandError, match="pg_verifybackup"):
        manage("restore_drill", tmp_path / "backup")
