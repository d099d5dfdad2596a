"""The door of stored files: a personal link, good for five minutes, and only with the person's own login."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET
from django_tenants.utils import get_tenant_model

from tenants.accounts.authenticate import authenticate
from tenants.departure.proof import public_key_text
from tenants.departure.queries import proof_of
from tenants.kernel.errors import DomainError
from tenants.runtime import clock, files
from tenants.runtime.scope import ACCOUNTS, become, unit_of_work


@require_GET
def download(request: HttpRequest, token: str) -> HttpResponse:
    """This will hand out the file of a link to the person it was made for; anything else is 404."""
    try:
        opened = _opened(request, files.read_link(token))
    except DomainError:
        return HttpResponse(status=404)
    response = HttpResponse(opened.data, content_type=opened.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=opened.name)
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


@require_GET
def deletion_proof(request: HttpRequest, closure_id: UUID) -> HttpResponse:
    """This will hand out a proof of deletion to whoever knows its number: nobody logs in to a group that is gone."""
    found = proof_of(closure_id)
    if found is None:
        return HttpResponse(status=404)
    proof, signature = found
    told = {"proof": proof, "signature": signature, "public_key": public_key_text()}
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"deletion-{closure_id}.json"
    )
    response["Cache-Control"] = "private, no-store"
    return response


def _opened(request: HttpRequest, link: files.Link) -> files.Opened:
    at = clock.now()
    with unit_of_work(ACCOUNTS):
        slug = _slug_of(link)
        found = authenticate(request, unit_slug=slug, group_id=None if slug else link.group_id)
        if found.actor.key != link.actor_key:
            raise files.NotFound(field="file")
        become(found.scope)
        return files.open_file(file_id=link.file_id, actor=found.actor, purpose=link.purpose, at=at)


def _slug_of(link: files.Link) -> str | None:
    if link.unit_id is None:
        return None
    return get_tenant_model().objects.filter(id=link.unit_id).values_list("slug", flat=True).first()
