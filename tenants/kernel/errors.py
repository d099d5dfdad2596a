"""Refusals: expected answers of the domain, told apart from surprises.

A refusal is raised, which rolls the unit of work back; the edge reports its code, message and field.
"""

from typing import ClassVar


class DomainError(Exception):
    """A refusal with a stable code, a message in English and Chinese, and the input field it concerns.

    Subclasses stand beside the service that raises them and set `code`, `en`, `zh`; the messages may
    name values in braces, which the constructor takes as keywords.
    """

    code: ClassVar[str] = "REFUSED"
    en: ClassVar[str] = "This is not possible."
    zh: ClassVar[str] = "无法执行此操作。"

    def __init__(self, *, field: str | None = None, **values: object) -> None:
        self.field = field
        self.values = values
        super().__init__(self.message("en"))

    def message(self, locale: str) -> str:
        """This will word the refusal in the given language: 'zh' and its variants, otherwise English."""
        template = self.zh if locale.lower().startswith("zh") else self.en
        return template.format(**self.values)


class NotFound(DomainError):
    """The thing does not exist, or is not yours: the two are never told apart."""

    code = "NOT_FOUND"
    en = "Not found."
    zh = "未找到。"


class Forbidden(DomainError):
    """The actor may see the thing but may not do this with it."""

    code = "FORBIDDEN"
    en = "You are not allowed to do this. Ask an administrator for the permission {permission}."
    zh = "您没有执行此操作的权限。请向管理员申请权限 {permission}。"


class Unauthenticated(DomainError):
    """Nobody is logged in."""

    code = "UNAUTHENTICATED"
    en = "Log in first."
    zh = "请先登录。"


class Conflict(DomainError):
    """The document was changed by somebody else in the meantime."""

    code = "CONFLICT"
    en = "This was changed meanwhile (it is at version {current_version}). Reload and try again."
    zh = "该内容已被他人修改（当前版本 {current_version}）。请刷新后重试。"


class Invalid(DomainError):
    """An input value is not acceptable; `en` and `zh` texts are given by the caller."""

    code = "INVALID"
    en = "{reason_en}"
    zh = "{reason_zh}"

    def __init__(self, *, field: str, reason_en: str, reason_zh: str) -> None:
        super().__init__(field=field, reason_en=reason_en, reason_zh=reason_zh)


class IllegalTransition(DomainError):
    """The document is not in a state from which this step can be taken."""

    code = "ILLEGAL_STATE"
    en = "This cannot be done while the state is {state}. Reload to see what can."
    zh = "当前状态为 {state}，无法执行此操作。请刷新查看可执行的操作。"
