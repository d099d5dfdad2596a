"""What follows from events of allauth, which tells of them by its own signals and in no other way."""

from typing import Any

from allauth.account import signals as account_signals
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.db.models import F
from django.http import HttpRequest

from tenants.accounts.login.adapter import end_sessions
from tenants.accounts.login.lockout import record_event
from tenants.accounts.models import Membership, Person
from tenants.accounts.sessions import METHODS_KEY


def connect() -> None:
    """This will connect the hooks; the app does it once when it is ready."""
    account_signals.user_logged_in.connect(_logged_in, dispatch_uid="hanse")
    account_signals.email_changed.connect(_email_changed, dispatch_uid="hanse")
    account_signals.password_changed.connect(_password_changed, dispatch_uid="hanse")
    account_signals.password_reset.connect(_password_reset, dispatch_uid="hanse")
    mfa_signals.authenticator_added.connect(_factor_added, dispatch_uid="hanse")
    mfa_signals.authenticator_removed.connect(_factor_removed, dispatch_uid="hanse")
    mfa_signals.authentication_failed.connect(_factor_refused, dispatch_uid="hanse")


def _logged_in(*, request: HttpRequest, user: Person, **_: Any) -> None:
    record_event(request, kind="login", person_id=user.pk)


def _password_changed(*, request: HttpRequest, user: Person, **_: Any) -> None:
    record_event(request, kind="password_changed", person_id=user.pk)


def _password_reset(*, request: HttpRequest, user: Person, **_: Any) -> None:
    record_event(request, kind="password_reset", person_id=user.pk)


def _factor_refused(*, request: HttpRequest, user: Person, **_: Any) -> None:
    record_event(request, kind="second_factor_refused", person_id=user.pk)


def _email_changed(*, request: HttpRequest, user: Person, **_: Any) -> None:
    """The copies in memberships follow the person."""
    Membership.objects.filter(person_id=user.pk).update(email=user.email, version=F("version") + 1)
    record_event(request, kind="email_changed", person_id=user.pk)


def _factor_added(*, request: HttpRequest, user: Person, authenticator: Authenticator, **_: Any) -> None:
    """Adding a factor proves it, so this session has it; sessions without it end."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        return
    record_event(request, kind=f"{authenticator.type}_added", person_id=user.pk)
    record_authentication(request, user, method="mfa", type=authenticator.type, id=authenticator.pk)
    _keep_only_this_session(request, user)


def _factor_removed(*, request: HttpRequest, user: Person, authenticator: Authenticator, **_: Any) -> None:
    """Without any factor left, no session has proved one."""
    record_event(request, kind=f"{authenticator.type}_removed", person_id=user.pk)
    if not Authenticator.objects.filter(user_id=user.pk).exists():
        methods = request.session.get(METHODS_KEY, [])
        request.session[METHODS_KEY] = [m for m in methods if m.get("method") != "mfa"]
    _keep_only_this_session(request, user)


def _keep_only_this_session(request: HttpRequest, person: Person) -> None:
    former: str | None = request.session.session_key
    end_sessions(request, person)
    update_session_auth_hash(request, person)
    UserSession.objects.filter(session_key=former).delete()
    UserSession.objects.create_from_request(request)
