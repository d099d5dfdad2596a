"""The unit of work of browser pages that know no group yet: log-in, sign-up, sessions."""

from collections.abc import Callable

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from redis.exceptions import RedisError

from tenants.accounts.touch import write_noted_use
from tenants.runtime.scope import ACCOUNTS, unit_of_work

GetResponse = Callable[[HttpRequest], HttpResponse]
PREFIXES = ("/_allauth/",)


class AccountsScopeMiddleware:
    """Runs every request under `/_allauth/` in one unit of work of the accounts role.

    An answer that tells of a failure of ours takes everything back. The GraphQL doors open their own units of
    work, under the actor's group or unit; what they noted about the use of sessions and keys is written after.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIXES):
            response = self.get_response(request)
            write_noted_use(request)
            return response
        with unit_of_work(ACCOUNTS):
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response


class LoginMiddleware:
    """The innermost one: runs what allauth puts off to the commit inside the transaction, for ours are rows;
    and refuses while attempts cannot be counted (the cache is down).
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(PREFIXES):
            while connection.run_on_commit:
                run = connection.run_on_commit.pop(0)[1]
                run()
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """This will answer 503 when the cache does not answer; every other exception goes its way."""
        if not isinstance(exception, RedisError):
            return None
        errors = [{"code": "unavailable", "message": "The service is not ready. Try again in a moment."}]
        return JsonResponse({"status": 503, "errors": errors}, status=503, headers={"Retry-After": "5"})
