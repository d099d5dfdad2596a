"""Views of lists that a person keeps: filters, order, columns."""

import json
import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db.models import F

from tenants.accounts.models import SavedView
from tenants.accounts.services.scopes import in_accounts
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound, Unauthenticated

MOST_VIEWS = 50
MOST_BYTES = 16_000


class TooManyViews(DomainError):
    """The person keeps as many views of this screen as one may."""

    code = "TOO_MANY_VIEWS"
    en = "You keep {count} views of this list already. Delete one first."
    zh = "您已为此列表保存 {count} 个视图，请先删除一个。"


def saved_view_save(
    *,
    actor: Actor,
    at: datetime,
    screen: str,
    name: str,
    state: Mapping[str, object],
    context: str = "",
    version: int | None = None,
) -> uuid.UUID:
    """This will keep a view under its name, replacing the person's view of that name on that screen.

    `version` guards the replacement when given. Raises Unauthenticated, Invalid, Conflict, TooManyViews.
    """
    person_id = _person(actor)
    words, size = " ".join(name.split()), len(json.dumps(state))
    if not 1 <= len(words) <= 80 or not 1 <= len(screen) <= 80 or len(context) > 80 or size > MOST_BYTES:
        raise Invalid(
            field="state" if size > MOST_BYTES else "name",
            reason_en="The name or the view is empty or too long.",
            reason_zh="名称或视图为空或过长。",
        )
    with in_accounts():
        mine = SavedView.objects.filter(person_id=person_id, context=context, screen=screen)
        known = mine.filter(name=words).select_for_update().first()
        if known is not None:
            if version is not None and version != known.version:
                raise Conflict(field="version", current_version=known.version)
            mine.filter(id=known.id).update(state=state, updated_at=at, version=F("version") + 1)
            return known.id
        if (count := mine.count()) >= MOST_VIEWS:
            raise TooManyViews(field="name", count=count)
        view = SavedView(
            person_id=person_id, context=context, screen=screen, name=words, state=dict(state), updated_at=at
        )
        SavedView.objects.bulk_create([view])
    return view.id


def saved_view_delete(*, actor: Actor, at: datetime, saved_view_id: uuid.UUID) -> uuid.UUID:
    """This will delete one of the person's own views. Raises Unauthenticated, NotFound."""
    with in_accounts():
        gone, _ = SavedView.objects.filter(person_id=_person(actor), id=saved_view_id).delete()
    if not gone:
        raise NotFound(field="savedViewId")
    return saved_view_id


def _person(actor: Actor) -> uuid.UUID:
    if actor.person_id is None:
        raise Unauthenticated
    return actor.person_id
