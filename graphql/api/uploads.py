"""The door of uploads: `/graphql/files` and `/u/<unit>/graphql/files`.

POST the bytes of one file, with `?purpose=…` and its name in the header X-File-Name (percent-encoded). The
same login, headers and origin are asked for as at the GraphQL doors. The answer is `{"fileId": …}`, which the
mutation of that purpose takes. A file that no mutation takes is never handed out.
"""

from __future__ import annotations

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from graphql import GraphQLError

from api import doors
from api.access import Access, access_of
from api.errors import Busy, RateLimited, format_error, refusal_as_error
from api.ids import to_global_id
from api.rates import charge_caller
from api.scalars import to_json_bytes
from commerce.masterdata.services.application import applicants_scope
from tenants.directory.limits import StorageFull, require_storage
from tenants.kernel.errors import DomainError, Forbidden, Invalid, NotFound, Unauthenticated
from tenants.runtime import clock, files
from tenants.runtime.guard import require_writable
from tenants.runtime.scope import ACCOUNTS, become, group_scope, unit_of_work

PURPOSES: dict[str, str] = {
    "attachment": "procurement.attachment.add",
    "invoice": "procurement.invoice.import",
    "mrp_delivery": "procurement.mrp_delivery.create",
    "order_import": "procurement.order.import",
    "supplier_assessment": "suppliers.assessment.enter",
    "order_message": "procurement.order_message.import",
    "supplier_certificate": "masterdata.certificate.submit",
    "supplier_report": "masterdata.provider_check.enter",
    "supplier_import": "masterdata.supplier.import",
}
"""The permission that each purpose of an upload asks for."""

APPLICATION = "supplier_application"
LINK_HEADER = "X-Hanse-Registration"
"""Applicants have no place yet: the token of their registration link leads to the group."""

UPLOAD_POINTS = 20_000
NAME_HEADER = "X-File-Name"
_STATUS: tuple[tuple[type[DomainError], int], ...] = (
    (Unauthenticated, 401),
    (NotFound, 404),
    (Forbidden, 403),
    (RateLimited, 429),
    (files.FileTooLarge, 413),
    (StorageFull, 413),
    (Invalid, 400),
)


@csrf_exempt
def group_files(request: HttpRequest) -> HttpResponse:
    """This will store a file of the group and answer its id."""
    return _answer(request, unit_slug=None)


@csrf_exempt
def unit_files(request: HttpRequest, unit: str) -> HttpResponse:
    """This will store a file of a unit and answer its id."""
    return _answer(request, unit_slug=unit)


def _answer(request: HttpRequest, *, unit_slug: str | None) -> HttpResponse:
    locale = request.headers.get("Accept-Language", "en")
    try:
        if request.method != "POST":
            raise doors.Turned(405, "METHOD_NOT_ALLOWED", "Use POST.")
        doors.check_sender(request)
        purpose = request.GET.get("purpose", "")
        with unit_of_work(ACCOUNTS):
            charge_caller(_permitted(request, unit_slug, purpose).actor, UPLOAD_POINTS)
        name, data = unquote(request.headers.get(NAME_HEADER, "")), _body(request)
        with unit_of_work(ACCOUNTS):
            access = _permitted(request, unit_slug, purpose)
            if access.scope.group_id is not None:
                require_storage(group_id=access.scope.group_id, size=len(data))
            become(access.scope)
            file_id = files.put(
                name=name,
                content_type="application/octet-stream",
                data=data,
                purpose=purpose,
                actor=access.actor,
            )
    except doors.Turned as turned:
        return _json(
            {"errors": [{"message": turned.message, "extensions": {"code": turned.code}}]}, turned.status
        )
    except DomainError as refusal:
        status = next((status for kind, status in _STATUS if isinstance(refusal, kind)), 403)
        return _json({"errors": [refusal_as_error(refusal, locale)]}, status)
    except Exception as error:
        shaped = format_error(GraphQLError("", original_error=error), locale)
        return _json({"errors": [shaped]}, 503 if shaped["extensions"]["code"] == Busy.code else 500)
    return _json({"fileId": to_global_id("File", file_id)}, 200)


def _permitted(request: HttpRequest, unit_slug: str | None, purpose: str) -> Access:
    """Asked before the body is read, which may take long, and again when it is stored."""
    access = access_of(request, unit_slug=unit_slug)
    if access.actor.support is not None:
        raise Forbidden(permission=PURPOSES.get(purpose, purpose))
    if purpose == APPLICATION and unit_slug is None:
        token = request.headers.get(LINK_HEADER, "")
        group_id = applicants_scope(actor=access.actor, token=token, at=clock.now())
        return Access(access.actor, group_scope(group_id))
    permission = PURPOSES.get(purpose)
    if permission is None or access.scope == ACCOUNTS:
        raise NotFound(field="purpose")
    if not access.actor.may(permission):
        raise Forbidden(permission=permission)
    require_writable(access.actor, permission)
    return access


def _body(request: HttpRequest) -> bytes:
    declared = request.headers.get("Content-Length", "")
    if declared.isdigit() and int(declared) > files.MAX_BYTES:
        raise files.FileTooLarge
    try:
        data = request.read(files.MAX_BYTES + 1)
    except UnreadablePostError:
        raise doors.Turned(400, "BAD_REQUEST", "The body could not be read.") from None
    if len(data) > files.MAX_BYTES:
        raise files.FileTooLarge
    return data


def _json(body: object, status: int) -> HttpResponse:
    response = HttpResponse(to_json_bytes(body), status=status, content_type="application/json")
    response["Cache-Control"] = "no-store"
    return response
