"""Files people take away: the bad rows of an import to correct, and the register itself."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime

from commerce.masterdata.models import ImportRow
from commerce.masterdata.queries import import_jobs_visible_to, supplier_orgs_visible_to
from commerce.masterdata.sheets import write_csv, write_xlsx
from commerce.masterdata.supplier_fields import FIELD_NAMES, LABELS
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.runtime import audit, files
from tenants.runtime.guard import require, require_recent_proof

ROWS_WITHOUT_PROOF = 1000
FORMATS = {
    "csv": (write_csv, "text/csv"),
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def supplier_import_report(
    *, actor: Actor, import_id: uuid.UUID, file_format: str, at: datetime
) -> dict[str, str]:
    """This will write the bad rows as they were uploaded, with what is wrong in a last column, and give a link.

    Corrected in place the file can be uploaded again. Raises NotFound, Invalid.
    """
    require(actor, "masterdata.supplier.import")
    job = import_jobs_visible_to(actor=actor).filter(id=import_id).first()
    if job is None:
        raise NotFound(field="importId")
    rows = ImportRow.objects.filter(group_id=job.group_id, job=job, outcome="bad").order_by("number")
    chinese = actor.locale.startswith("zh")
    header = [*job.columns, "问题" if chinese else "Problems"]
    body = [
        [*row.cells, *[""] * (len(job.columns) - len(row.cells)), _told(row.number, row.problems, chinese)]
        for row in rows
    ]
    stem = job.file_name.rsplit(".", 1)[0]
    name = f"{stem}-{'问题行' if chinese else 'problems'}.{file_format}"
    return {"url": _filed(actor, name, "supplier_import_report", file_format, header, body)}


def supplier_export(*, actor: Actor, file_format: str, at: datetime, search: str = "") -> dict[str, str]:
    """This will write the register, or what is found by a text, in columns an import recognises; gives a link.

    More than ROWS_WITHOUT_PROOF rows want a person who has just proved who they are. Raises ProofRequired, and
    Invalid for an unknown format.
    """
    require(actor, "masterdata.supplier.export")
    rows = supplier_orgs_visible_to(actor=actor).order_by("legal_name", "id")
    for word in search.split():
        rows = rows.filter(search_text__icontains=word)
    language = 1 if actor.locale.startswith("zh") else 0
    header = [LABELS[name][language] for name in FIELD_NAMES]
    body = [list(values) for values in rows.values_list(*FIELD_NAMES)]
    if len(body) > ROWS_WITHOUT_PROOF:
        require_recent_proof(actor, at=at)
    name = f"{'供应商' if language else 'suppliers'}-{at:%Y-%m-%d}.{file_format}"
    url = _filed(actor, name, "supplier_export", file_format, header, body)
    audit.record(
        actor=actor,
        action="masterdata.supplier.export",
        subject_type="group",
        subject_id=_group(actor),
        subject_label=name,
        at=at,
        new={"rows": len(body), "search": search},
    )
    return {"url": url}


def _filed(
    actor: Actor,
    name: str,
    purpose: str,
    file_format: str,
    header: Sequence[str],
    body: Iterable[Sequence[str]],
) -> str:
    if file_format not in FORMATS:
        raise Invalid(
            field="fileFormat",
            reason_en="The format is csv or xlsx.",
            reason_zh="文件格式为 csv 或 xlsx。",
        )
    write, content_type = FORMATS[file_format]
    file_id = files.put(
        name=name, content_type=content_type, data=write(header, body), purpose=purpose, actor=actor
    )
    return files.link(file_id=file_id, actor=actor)


def _told(number: int, problems: Sequence[dict[str, str]], chinese: bool) -> str:
    told = [f"{p['column']}: {p['zh' if chinese else 'en']}" for p in problems]
    return f"{f'第 {number} 行' if chinese else f'Row {number}'} – {' | '.join(told)}"


def _group(actor: Actor) -> uuid.UUID:
    if actor.group_id is None:
        raise NotFound()
    return actor.group_id
