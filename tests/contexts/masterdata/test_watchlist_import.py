"""Real rows of the OFAC and UN lists are read, brought up to date, and never shrink unnoticed."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from commerce.masterdata.models import WatchlistEntry, WatchlistImport
from commerce.masterdata.services.watchlist import WatchlistShrank, watchlist_import
from commerce.masterdata.watchlists import WatchlistUnreadable, read_ofac, read_un, unpacked
from tenants.runtime.scope import PLATFORM, unit_of_work
from tests.support.world import NOW

DATA = Path(__file__).parents[2] / "data/masterdata"
PARTS = {part: (DATA / f"ofac_{part}.csv").read_bytes() for part in ("sdn", "alt", "add")}
UN = (DATA / "un_consolidated.xml").read_bytes()


def ofac():
    return read_ofac(sdn=PARTS["sdn"], aliases=PARTS["alt"], addresses=PARTS["add"])


def test_ofac_rows_become_entries_with_aliases_and_countries():
    by_id = {entry.source_id: entry for entry in ofac()}
    air = by_id["36"]
    assert (air.kind, air.names, air.programs, air.countries) == (
        "entity", ["AEROCARIBBEAN AIRLINES", "AERO-CARIBBEAN"], "CUBA", ["Cuba"],
    )  # fmt: skip
    assert by_id["7480"].kind == "individual"
    assert by_id["7480"].names[0] == "MUGABE, Robert Gabriel"
    assert sorted({entry.kind for entry in by_id.values()}) == ["aircraft", "entity", "individual"]


def test_the_uns_list_becomes_entries_without_weak_one_word_aliases():
    by_id = {entry.source_id: entry for entry in read_un(UN)}
    assert by_id["CDi.003"].names == [
        "GASTON IYAMUREMYE",
        "Byiringiro Victor Rumuli",
        "Victor Rumuri",
        "Michel Byiringiro",
    ]
    komid = by_id["KPe.001"]
    assert (komid.kind, komid.programs) == ("entity", "DPRK")
    assert "CHANGGWANG SINYONG CORPORATION" in komid.names


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        b"<CONSOLIDATED_LIST></CONSOLIDATED_LIST>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><CONSOLIDATED_LIST/>',
    ],
)
def test_what_is_not_the_uns_list_is_refused(data):
    with pytest.raises(WatchlistUnreadable):
        read_un(data)


def test_what_is_not_ofacs_list_and_what_unpacks_too_far_is_refused(monkeypatch):
    with pytest.raises(WatchlistUnreadable):
        read_ofac(sdn=b"name,country\nx,y\n")
    with pytest.raises(WatchlistUnreadable):
        unpacked(b"\x1f\x8b broken")


def load(listed, **options):
    with unit_of_work(PLATFORM):
        return watchlist_import(source="ofac", listed=listed, at=NOW, **options)


def test_a_new_edition_changes_what_changed_and_keeps_what_is_gone_as_removed(world):
    listed = ofac()
    first = load(listed)
    assert (first.new, first.changed, first.removed) == (len(listed), 0, 0)
    again = load(listed)
    assert (again.new, again.changed, again.removed) == (0, 0, 0)
    changed = ofac()[:-1]
    changed[0].names.append("AEROCARIBBEAN S.A.")
    third = load(changed)
    assert (third.entries, third.new, third.changed, third.removed) == (len(listed) - 1, 0, 1, 1)
    with unit_of_work(PLATFORM):
        assert WatchlistEntry.objects.count() == len(listed)
        assert WatchlistEntry.objects.get(removed_at__isnull=False).source_id == listed[-1].source_id
        assert WatchlistEntry.objects.get(source_id="36").names[-1] == "AEROCARIBBEAN S.A."
        assert WatchlistImport.objects.count() == 3
    load(listed)
    with unit_of_work(PLATFORM):
        assert WatchlistEntry.objects.filter(removed_at__isnull=False).count() == 0


def test_a_list_that_lost_most_entries_is_refused_unless_that_is_right(world):
    listed = ofac()
    load(listed)
    with pytest.raises(WatchlistShrank):
        load(listed[:2])
    with unit_of_work(PLATFORM):
        assert WatchlistEntry.objects.filter(removed_at__isnull=False).count() == 0
    assert load(listed[:2], smaller=True).removed == len(listed) - 2


def test_the_command_finds_the_parts_beside_the_main_file(world, capsys):
    call_command("watchlist_import", DATA / "ofac_sdn.csv", source="ofac")
    call_command("watchlist_import", DATA / "un_consolidated.xml", source="un")
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"OFAC SDN: {len(ofac())} entries, {len(ofac())} new")
    assert told[1] == "UN Security Council: 7 entries, 7 new, 0 changed, 0 removed."
    with unit_of_work(PLATFORM):
        assert WatchlistEntry.objects.get(source_id="36").names[1] == "AERO-CARIBBEAN"
    with pytest.raises(CommandError):
        call_command("watchlist_import", DATA / "README.md", source="un")
