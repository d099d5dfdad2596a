"""What a trail can be narrowed to, in words."""

from collections.abc import Callable, Iterable
from typing import Any

from graphene import Field, List, NonNull, ObjectType, String

from api.guarded import guarded
from tenants.kernel.actor import Actor
from tenants.kernel.trail_words import Words, action_words, actor_words, thing_words
from tenants.runtime.queries import trail_choices


class AuditChoice(ObjectType):
    """One action, kind of thing or actor that occurs in a trail."""

    code = String(required=True, description="The code to filter by.")
    name_en = String(required=True, description="What it is called in English.")
    name_zh = String(required=True, description="What it is called in Chinese.")


class AuditChoices(ObjectType):
    """What occurs in the newest 20,000 entries of a trail, by name."""

    actions = List(NonNull(AuditChoice), required=True, description="What was done.")
    subject_types = List(NonNull(AuditChoice), required=True, description="The kinds of things changed.")
    actors = List(NonNull(AuditChoice), required=True, description="Who did it: people and processes.")


def audit_choices_field(visible: Callable[[Actor], Any]) -> Field:
    """This will make the root field of a trail's choices."""

    @guarded("runtime.audit.read")
    def resolve(root: Any, info: Any) -> dict[str, Any]:
        found = trail_choices(visible(info.context.actor))
        return {
            "actions": _worded((code, action_words(code)) for code in found.actions),
            "subject_types": _worded((code, thing_words(code)) for code in found.subject_types),
            "actors": _worded((key, actor_words(key, name)) for key, name in found.actors.items()),
        }

    return Field(
        NonNull(AuditChoices), resolver=resolve, description="What the audit trail can be narrowed to."
    )


def _worded(found: Iterable[tuple[str, Words]]) -> list[dict[str, str]]:
    choices = [{"code": code, "name_en": en, "name_zh": zh} for code, (en, zh) in found]
    return sorted(choices, key=lambda choice: (choice["name_en"], choice["code"]))
