"""What a unit may be called and where it may stand, and which of its rows an actor may change."""

import re
import unicodedata
import uuid
from zoneinfo import available_timezones

from tenants.directory.models import BusinessUnit, Group
from tenants.kernel.actor import Actor
from tenants.kernel.countries import COUNTRIES
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.kernel.money import EXPONENTS
from tenants.runtime.locks import lock_rows

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,46}[a-z0-9]\Z")
LONGEST_NAME = 200  # characters
LOCALES = ("zh-CN", "en")

RESERVED_SLUGS = frozenset([
    "about", "account", "accounts", "admin", "administrator", "all", "api", "app", "apps", "assets",
    "auth", "billing", "console", "default", "directory", "docs", "download", "error", "example",
    "export", "favicon", "files", "graphql", "group", "groups", "health", "help", "home", "hq",
    "information-schema", "internal", "invite", "live", "livez", "localhost", "login", "logout", "mail",
    "me", "media", "metrics", "new", "none", "null", "operator", "pg", "postgres", "private", "public",
    "readyz", "register", "robots", "root", "search", "security", "self", "settings", "sign-in",
    "sign-up", "signin", "signup", "static", "status", "support", "system", "template", "template0",
    "template1", "templates", "tenant", "tenants", "undefined", "unit", "units", "webhook", "webhooks",
    "well-known", "www",
])  # fmt: skip
"""Words with a meaning in addresses, in PostgreSQL or to people who look for help."""


class SlugInvalid(DomainError):
    """The short name has a form that no address takes."""

    code = "SLUG_INVALID"
    en = "A short name has 2 to 48 small letters a–z, digits and hyphens; hyphens stand inside and alone."
    zh = "短名称由 2 至 48 个小写字母 a–z、数字和连字符组成；连字符不能在首尾，也不能相连。"


class SlugReserved(DomainError):
    """The short name is kept back by the platform."""

    code = "SLUG_RESERVED"
    en = "The short name {slug} is kept back by the platform. Choose another one."
    zh = "短名称 {slug} 为平台保留，请另选一个。"


def check_slug(slug: str) -> str:
    """This will give the slug back; raises SlugInvalid or SlugReserved. Nothing is corrected in silence."""
    if not SLUG.match(slug) or "--" in slug or slug.startswith("pg-"):
        raise SlugInvalid(field="slug")
    if slug in RESERVED_SLUGS:
        raise SlugReserved(field="slug", slug=slug)
    return slug


def check_name(name: str) -> str:
    """This will give a name without spaces around it; raises Invalid when it is empty, long or hides signs."""
    cleaned = " ".join(name.split())
    hidden = any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn") for sign in cleaned)
    if not cleaned or len(cleaned) > LONGEST_NAME or hidden:
        raise Invalid(
            field="name",
            reason_en=f"A name has 1 to {LONGEST_NAME} visible characters.",
            reason_zh=f"名称须为 1 至 {LONGEST_NAME} 个可见字符。",
        )
    return cleaned


def check_place(*, country: str, currency: str, time_zone: str) -> None:
    """This will pass when country (ISO 3166), currency (ISO 4217) and time zone (IANA) are known."""
    if country not in COUNTRIES:
        raise Invalid(
            field="country", reason_en="Choose a country of ISO 3166.", reason_zh="请选择 ISO 3166 国家代码。"
        )
    check_currency(currency)
    if time_zone not in available_timezones():
        raise Invalid(
            field="timeZone",
            reason_en="Choose a time zone, e.g. Asia/Shanghai.",
            reason_zh="请选择时区，如 Asia/Shanghai。",
        )


def check_currency(currency: str) -> None:
    """This will pass when the platform trades in the currency; raises Invalid."""
    if currency not in EXPONENTS:
        raise Invalid(
            field="currency",
            reason_en="Choose a currency that the platform trades in.",
            reason_zh="请选择平台支持的币种。",
        )


def check_locale(locale: str) -> None:
    """This will pass when the platform speaks the language; raises Invalid."""
    if locale not in LOCALES:
        raise Invalid(field="locale", reason_en="Choose zh-CN or en.", reason_zh="请选择 zh-CN 或 en。")


def own_group_id(actor: Actor) -> uuid.UUID:
    """This will give the actor's group; raises NotFound for an actor without one."""
    if actor.group_id is None:
        raise NotFound(field="groupId")
    return actor.group_id


def unit_for_change(*, unit_id: uuid.UUID, version: int | None = None) -> BusinessUnit:
    """This will lock one unit of the surrounding scope's group; raises NotFound and Conflict.

    Without a version the change does not depend on what its author has read.
    """
    found = lock_rows(BusinessUnit.objects.filter(id=unit_id))
    if not found or found[0].status == "purged":
        raise NotFound(field="unitId")
    if version is not None and found[0].version != version:
        raise Conflict(field="version", current_version=found[0].version)
    return found[0]


def group_for_change(*, version: int) -> Group:
    """This will lock the surrounding scope's group; raises NotFound and Conflict."""
    found = lock_rows(Group.objects.all())
    if len(found) != 1:
        raise NotFound(field="groupId")
    if found[0].version != version:
        raise Conflict(field="version", current_version=found[0].version)
    return found[0]
