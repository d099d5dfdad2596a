"""The doors of the platform (DESIGN §2)."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def livez(request: HttpRequest) -> HttpResponse:
    """This will answer as long as the process serves requests."""
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [
    path("livez", livez),
    path("_allauth/", include("allauth.headless.urls")),
]
