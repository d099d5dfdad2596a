"""GraphiQL at the API's own addresses, for developers: `GET /graphql` and `GET /u/<unit>/graphql`.

Only where GRAPHQL_INTROSPECTION is on, which production refuses. Its files are built with the front end and come
from this host alone; it works with the session of whoever is logged in.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from infra.config.pages import page

View = Callable[..., HttpResponse]


def or_graphiql(door: View) -> View:
    """This will show GraphiQL to a browser that opens the door as a page, and leave all else to the door."""

    @csrf_exempt
    def opened(request: HttpRequest, **arguments: Any) -> HttpResponse:
        if not wants_page(request.META):
            return door(request, **arguments)
        return page("graphiql.html")

    return opened


def wants_page(environ: dict[str, Any]) -> bool:
    """This will tell whether a request asks for GraphiQL, and may have it."""
    if not settings.GRAPHQL_INTROSPECTION or environ.get("REQUEST_METHOD") != "GET":
        return False
    return "text/html" in environ.get("HTTP_ACCEPT", "")
