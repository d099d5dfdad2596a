"""What people do with alerts."""

from graphene import String

from api.accounts.alerts import Alert
from api.inputs import id_of
from api.mutation import Mutation
from api.permissions import SIGNED_IN
from api.reads import read_back
from api.scalars import DateTime
from tenants.accounts.services.alert_handling import (
    PERMISSION,
    alert_assign,
    alert_close,
    alert_comment,
    alert_reopen,
    alert_see,
    alert_snooze,
    alert_wake,
)
from tenants.accounts.services.persons import alert_mails_choose


class AlertSee(Mutation):
    """Takes an alert on; it stays open until its cause is gone."""

    permission = PERMISSION
    service = alert_see

    class Input:
        alert_id = id_of("Alert", required=True, description="The alert.")

    class Payload:
        alert = read_back(Alert)


class AlertAssign(Mutation):
    """Gives an alert to somebody who sees alerts where it is, or to nobody."""

    permission = PERMISSION
    service = alert_assign

    class Input:
        alert_id = id_of("Alert", required=True, description="The alert.")
        person_id = id_of("Person", description="Who looks after it from now on; nobody when left out.")

    class Payload:
        alert = read_back(Alert)


class AlertComment(Mutation):
    """Says something about an alert, for all who see it."""

    permission = PERMISSION
    service = alert_comment

    class Input:
        alert_id = id_of("Alert", required=True, description="The alert.")
        text = String(required=True, description="What there is to say, 2,000 characters at most.")

    class Payload:
        alert = read_back(Alert)


class AlertSnooze(Mutation):
    """Takes an open alert out of sight for a while; it comes back by itself and is told again."""

    permission = PERMISSION
    service = alert_snooze

    class Input:
        alert_id = id_of("Alert", required=True, description="The alert.")
        until = DateTime(required=True, description="When it comes back, three months ahead at most.")

    class Payload:
        alert = read_back(Alert)


class AlertWake(Mutation):
    """Brings an alert back that was put off."""

    permission = PERMISSION
    service = alert_wake

    class Input:
        alert_id = id_of("Alert", required=True, description="The alert.")

    class Payload:
        alert = read_back(Alert)


class AlertClose(Mutation):
    """Closes an open alert for a reason; it stays closed while its cause lasts."""

    permission = PERMISSION
    service = alert_close

    class Input:
        alert_id = id_of("Alert", required=True, description="The alert.")
        reason = String(required=True, description="Why nothing needs to be done, 2,000 characters at most.")

    class Payload:
        alert = read_back(Alert)


class AlertReopen(Mutation):
    """Opens an alert again that somebody closed."""

    permission = PERMISSION
    service = alert_reopen

    class Input:
        alert_id = id_of("Alert", required=True, description="The alert.")

    class Payload:
        alert = read_back(Alert)


class AlertMailsChoose(Mutation):
    """Sets of which alerts the person logged in gets mails."""

    permission = SIGNED_IN
    service = alert_mails_choose

    class Input:
        alert_mails = String(required=True, description="none, urgent or all.")


ALERTS = [
    AlertSee, AlertAssign, AlertComment, AlertSnooze, AlertWake, AlertClose, AlertReopen, AlertMailsChoose,
]  # fmt: skip
