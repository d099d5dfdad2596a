from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

SUBJECTS = ("requisition", "order", "receipt", "invoice")


class Migration(migrations.Migration):
    dependencies = [("procurement", "0024_carried_by_orders")]

    operations = [
        migrations.RemoveConstraint(model_name="attachment", name="attachment_subject_known"),
        migrations.AlterField(
            model_name="attachment",
            name="subject_type",
            field=models.TextField(choices=[(word, word) for word in SUBJECTS]),
        ),
        AddConstraintNotValid(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("subject_type__in", SUBJECTS)), name="attachment_subject_known"
            ),
        ),
    ]
