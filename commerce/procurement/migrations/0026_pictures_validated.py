"""Read beside the writers, without their lock."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("procurement", "0025_pictures_of_invoices")]

    operations = [ValidateConstraint("attachment", "attachment_subject_known")]
