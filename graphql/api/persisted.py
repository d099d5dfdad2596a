"""The front end's own documents: its pages send a hash, and the text comes from the build they belong to."""

from functools import cache
from pathlib import Path
from typing import Literal

import orjson
from django.conf import settings

from tenants.kernel.errors import DomainError


class UnknownDocument(DomainError):
    """The hash belongs to no document of the front end that is served: the page is older or newer than it."""

    code = "PERSISTED_DOCUMENT_NOT_FOUND"
    en = "This document is not known. Send its text."
    zh = "未知的查询文档，请发送其文本。"


def persisted_text(side: Literal["group", "unit", "operator"], document_id: str) -> str:
    """This will give the text of a document of the front end by its hash; raises UnknownDocument."""
    path = Path(settings.FRONTEND_DIST) / "documents" / f"{side}.json"
    if not path.exists():
        raise UnknownDocument
    text = _documents(path, path.stat().st_mtime).get(document_id)
    if text is None:
        raise UnknownDocument
    return text


@cache
def _documents(path: Path, changed_at: float) -> dict[str, str]:
    documents: dict[str, str] = orjson.loads(path.read_bytes())
    return documents
