"""Which files are taken: by their ending and by what they begin with, which must agree."""

from commerce.procurement.texts import check_text
from tenants.kernel.errors import Invalid

MAX_BYTES = 10 * 1024 * 1024
MOST = 20
"""Files at one document."""

_ZIP = (b"PK\x03\x04",)
_OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS: dict[str, tuple[str, tuple[bytes, ...]]] = {
    "pdf": ("application/pdf", (b"%PDF-",)),
    "png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    "tif": ("image/tiff", (b"II*\x00", b"MM\x00*")),
    "tiff": ("image/tiff", (b"II*\x00", b"MM\x00*")),
    "docx": (f"{_OFFICE}.wordprocessingml.document", _ZIP),
    "xlsx": (f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
    "pptx": (f"{_OFFICE}.presentationml.presentation", _ZIP),
    "dwg": ("image/vnd.dwg", (b"AC10",)),
    "csv": ("text/csv", ()),
    "txt": ("text/plain", ()),
}
"""By ending: the media type and the beginnings it may have; a text has none and holds no NUL."""

PICTURES = ("pdf", "png", "jpg", "tif")
"""The kinds that a picture of an invoice may be of."""


class AttachmentTooLarge(Invalid):
    """The file is larger than a document takes."""

    code = "ATTACHMENT_TOO_LARGE"

    def __init__(self) -> None:
        megabytes = MAX_BYTES // 1024 // 1024
        super().__init__(
            field="fileId",
            reason_en=f"An attached file has at most {megabytes} MB. Make it smaller or split it.",
            reason_zh=f"附件不能超过 {megabytes} MB，请压缩或拆分后上传。",
        )


class AttachmentTypeNotAllowed(Invalid):
    """The file is not of a kind that is taken, or not what its name says."""

    code = "ATTACHMENT_TYPE_NOT_ALLOWED"

    def __init__(self) -> None:
        known = ", ".join(KINDS)
        super().__init__(
            field="fileId",
            reason_en=f"This kind of file is not taken, or its content is not what its name says. Use: {known}.",
            reason_zh=f"不支持该类型的文件，或文件内容与扩展名不符。支持：{known}。",
        )


class TooManyAttachments(Invalid):
    """The document has as many files as it takes."""

    code = "TOO_MANY_ATTACHMENTS"

    def __init__(self) -> None:
        super().__init__(
            field="fileId",
            reason_en=f"A document has at most {MOST} files. Remove one first.",
            reason_zh=f"每张单据最多 {MOST} 个附件，请先移除其中一个。",
        )


def check_kind(*, name: str, size: int, head: bytes) -> str:
    """This will give the media type of a file by its name and beginning.

    Raises AttachmentTooLarge, AttachmentTypeNotAllowed, Invalid for an empty file.
    """
    check_text(name, field="fileId", longest=200)
    if size > MAX_BYTES:
        raise AttachmentTooLarge
    if size == 0:
        raise Invalid(field="fileId", reason_en="The file is empty.", reason_zh="文件为空。")
    kind = KINDS.get(name.rsplit(".", 1)[-1].lower()) if "." in name else None
    if kind is None:
        raise AttachmentTypeNotAllowed
    media_type, beginnings = kind
    if beginnings and not head.startswith(beginnings):
        raise AttachmentTypeNotAllowed
    if not beginnings and b"\0" in head:
        raise AttachmentTypeNotAllowed
    return media_type


def check_picture_kind(*, size: int, head: bytes) -> str:
    """This will give the media type of a picture of a document by its beginning alone, whatever its name.

    Raises AttachmentTooLarge, Invalid for what is no PDF, PNG, JPEG or TIFF.
    """
    if size > MAX_BYTES:
        raise AttachmentTooLarge
    for ending in PICTURES:
        media_type, beginnings = KINDS[ending]
        if head.startswith(beginnings):
            return media_type
    raise Invalid(
        field="fileId",
        reason_en="The picture of an invoice is a PDF, PNG, JPEG or TIFF file.",
        reason_zh="发票影像须为 PDF、PNG、JPEG 或 TIFF 文件。",
    )
