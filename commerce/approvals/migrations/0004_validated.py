"""Looks at the runs there were before: the constraint of 0003 held new rows alone so far."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("approvals", "0003_escalation_and_calendar")]

    operations = [ValidateConstraint("flowrun", "run_status_known")]
