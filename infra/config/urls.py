"""The doors of the platform (DESIGN §2)."""

from django.urls import include, path, re_path

from api.schema import group_schema, operator_schema, unit_schema
from api.uploads import group_files, unit_files
from api.views import group_graphql, operator_graphql, unit_graphql
from billing.webhooks import stripe_webhook
from infra.config import downloads, pages
from infra.config.calculation import calculation_report
from infra.config.graphiql import or_graphiql

group_schema()
unit_schema()
operator_schema()
"""Built here, so that a broken schema stops the process and `manage check`, not a request."""

urlpatterns = [
    path("livez", pages.livez),
    path("readyz", pages.readyz),
    path("metrics", pages.metrics),
    path("deletion-proofs/<uuid:closure_id>", downloads.deletion_proof),
    path("files/<str:token>", downloads.download),
    re_path(r"^files/calculation/report\.(?P<form>csv|pdf)$", calculation_report),
    path("graphql", or_graphiql(group_graphql)),
    path("operator/graphql", operator_graphql),
    path("u/<str:unit>/graphql", or_graphiql(unit_graphql)),
    path("graphql/files", group_files),
    path("u/<str:unit>/graphql/files", unit_files),
    path("webhooks/stripe", stripe_webhook),
    path("_allauth/", include("allauth.headless.urls")),
    re_path(
        r"^(?!_allauth/|files/|graphql|operator/graphql|u/[^/]+/(?:graphql|files)|webhooks/|assets/|live)(?P<path>.*)$",
        pages.app,
    ),
]
