"""Screening runs, hits and the entries of public lists, as they are read."""

from graphene import ID, Int, List, NonNull, String

from api.reads import ReadType, column, reference
from api.scalars import JSON, DateTime
from commerce.masterdata.queries import (
    screening_hits_visible_to,
    screening_runs_visible_to,
    watchlist_entries_visible_to,
)

READ = "masterdata.screening.read"


class WatchlistEntry(ReadType):
    """A person or organisation on a public sanctions list."""

    class Meta:
        model = "masterdata.WatchlistEntry"
        permission = READ
        visible = watchlist_entries_visible_to
        filters = {"source": ["eq", "in"], "kind": ["eq", "in"]}

    source = column(String, description="The list: ofac or un.")
    source_id = column(String, description="Its number on the list.")
    kind = column(String, description="individual, entity, vessel or aircraft.")
    names = column(List(NonNull(String)), description="The main name, then others.")
    programs = column(String, description="Under which programmes it is listed.")
    countries = column(List(NonNull(String)), description="The countries the list names.")
    remarks = column(String, description="What the list says besides.")
    listed_on = column(String, description="When it was listed, as the list writes it.")
    removed_at = column(DateTime, description="When it was found to be no longer on the list.")


class ScreeningRun(ReadType):
    """One comparison of the register with the lists."""

    class Meta:
        model = "masterdata.ScreeningRun"
        permission = READ
        visible = screening_runs_visible_to
        filters = {"status": ["eq", "in"]}
        order_by = ("created_at",)
        default_order = "-created_at"

    status = column(String, description="queued, running, finished or failed.")
    threshold = column(Int, description="The score from which names were taken for one.")
    suppliers = column(Int, description="How many suppliers have been compared.")
    entries = column(Int, description="How many list entries they were compared with.")
    hits = column(Int, description="How many resemblances were found.")
    started_by_name = column(String, description="Who started it.")
    created_at = column(DateTime, description="When it was started.")
    finished_at = column(DateTime, description="When it was finished.")


class ScreeningHit(ReadType):
    """A supplier that resembles a list entry."""

    class Meta:
        model = "masterdata.ScreeningHit"
        permission = READ
        visible = screening_hits_visible_to
        search = ("supplier_name", "entry_name")
        filters = {
            "status": ["eq", "in"],
            "score": ["gte", "lte"],
            "supplier_org_id": ["eq", "in"],
            "run_id": ["eq"],
        }
        order_by = ("score", "created_at", "supplier_name")
        default_order = "-score"

    run_id = column(ID, of="ScreeningRun", description="The last run that found it.")
    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier.")
    entry_id = column(ID, of="WatchlistEntry", description="The list entry.")
    supplier_name = column(String, description="The supplier's name that was compared.")
    entry_name = column(String, description="The listed name it resembles most.")
    score = column(Int, description="How alike they are, 0 to 100.")
    evidence = column(
        JSON, description="pairs of words with likeness and reason, only_supplier, only_listed, ignored."
    )
    status = column(String, description="open, confirmed or dismissed.")
    decided_by_name = column(String, description="Who decided it, or empty.")
    decided_at = column(DateTime, description="When it was decided.")
    decision_reason = column(String, description="Why, or empty.")
    version = column(Int, description="The version, for decisions.")
    created_at = column(DateTime, description="When it was found first.")
    supplier = reference("Supplier", by="supplier_org_id", description="The supplier.")
    entry = reference("WatchlistEntry", by="entry_id", description="The list entry.")
