"""Gives a person everything that is kept of them: in `public`, and in all units of all their groups."""

import html
import json
import uuid
from datetime import datetime
from typing import TypedDict

from tenants.accounts.queries.personal import groups_of, own_data
from tenants.accounts.services.scopes import in_scope
from tenants.directory.queries import group_of, units_here
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Unauthenticated
from tenants.privacy.traces import Trace, told_of, traces_in_group, traces_in_units
from tenants.runtime import audit
from tenants.runtime.guard import require_recent_proof
from tenants.runtime.scope import group_scope, unit_scope

Told = dict[str, list[dict[str, object]]]


class OwnData(TypedDict):
    """The same data twice: for programs and for people."""

    json: str
    html: str


def person_data_take(*, actor: Actor, at: datetime) -> OwnData:
    """This will collect what is kept of the person who asks, without credentials and bank accounts.

    The trails of the person's groups tell that it was taken. Raises Unauthenticated, ProofRequired.
    """
    if actor.person_id is None:
        raise Unauthenticated
    require_recent_proof(actor, at=at)
    places: dict[str, Told] = {"": own_data(actor.person_id)}
    for group_id in groups_of(actor.person_id):
        places |= _of_group(group_id, actor.person_id)
        audit.record(
            actor=actor, action="privacy.person_data.take", subject_type="person", subject_id=actor.person_id, at=at,
            new={"places": sorted(filter(None, places))}, group_id=group_id,
        )  # fmt: skip
    told = {"taken_at": at.isoformat(), "person": str(actor.person_id), "places": places}
    return OwnData(json=json.dumps(told, ensure_ascii=False, indent=1), html=_page(places, at, actor.locale))


def _of_group(group_id: uuid.UUID, person_id: uuid.UUID) -> dict[str, Told]:
    with in_scope(group_scope(group_id)):
        name = group_of(group_id).name
        places = {name: _told(traces_in_group(), person_id)}
        units = units_here()
    for unit in units:
        scope = unit_scope(group_id=group_id, unit_id=unit.id, schema_name=unit.schema_name)
        with in_scope(scope):
            places[f"{name} / {unit.name}"] = _told(traces_in_units(), person_id)
    return places


def _told(traces: tuple[Trace, ...], person_id: uuid.UUID) -> Told:
    found = {trace.model._meta.label: told_of(trace, person_id) for trace in traces}
    return {label: rows for label, rows in found.items() if rows}


def _page(places: dict[str, Told], at: datetime, locale: str) -> str:
    chinese = locale.lower().startswith("zh")
    title = "我的个人数据" if chinese else "My data"
    own = "账户" if chinese else "Account"
    parts = [
        f'<!doctype html><html lang="{"zh-CN" if chinese else "en"}"><meta charset="utf-8">',
        f"<title>{title}</title><h1>{title}</h1><p>{at:%Y-%m-%d %H:%M} UTC</p>",
    ]
    for place, told in places.items():
        parts.append(f"<h2>{html.escape(place or own)}</h2>")
        for label, rows in told.items():
            parts.append(f"<h3>{html.escape(label)} ({len(rows)})</h3>{_table(rows)}")
    return "\n".join(parts)


def _table(rows: list[dict[str, object]]) -> str:
    names = list(rows[0])
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    lines = (
        "".join(f"<td>{html.escape('' if row[name] is None else str(row[name]))}</td>" for name in names)
        for row in rows
    )
    return f'<table border="1"><tr>{head}</tr>' + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
