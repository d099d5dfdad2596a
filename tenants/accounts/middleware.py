"""The unit of work of browser pages that know no group yet: log-in, sign-up, sessions."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from tenants.accounts.touch import write_noted_use
from tenants.runtime.scope import ACCOUNTS, unit_of_work


class AccountsScopeMiddleware:
    """Runs every request under `/_allauth/` in one unit of work of the accounts role.

    The GraphQL doors open their own, under the actor's group or unit; what they noted about the use of
    sessions and keys is written after it.
    """

    PREFIXES = ("/_allauth/", "/account/")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(self.PREFIXES):
            response = self.get_response(request)
            write_noted_use(request)
            return response
        with unit_of_work(ACCOUNTS):
            return self.get_response(request)
