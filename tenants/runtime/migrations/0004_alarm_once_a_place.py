"""An alarm is one of its kind for a subject and a place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("runtime", "0003_audit_seals"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="alarm",
            name="alarm_once",
        ),
        migrations.AddConstraint(
            model_name="alarm",
            constraint=models.UniqueConstraint(
                fields=("kind", "subject_id", "group_id", "unit_role"),
                name="alarm_once_a_place",
                nulls_distinct=False,
            ),
        ),
    ]
