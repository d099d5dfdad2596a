"""The doors of the platform (DESIGN §2)."""

from django.urls import include, path, re_path

from infra.config import downloads, pages

urlpatterns = [
    path("livez", pages.livez),
    path("readyz", pages.readyz),
    path("metrics", pages.metrics),
    path("files/<str:token>", downloads.download),
    path("_allauth/", include("allauth.headless.urls")),
    re_path(
        r"^(?!_allauth/|files/|graphql|u/[^/]+/(?:graphql|files)|webhooks/|assets/|live)(?P<path>.*)$",
        pages.app,
    ),
]
