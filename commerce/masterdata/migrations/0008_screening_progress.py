"""A screening run remembers how far it came."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("masterdata", "0007_no_trigrams"),
    ]

    operations = [
        migrations.AddField(
            model_name="screeningrun",
            name="last_supplier_id",
            field=models.UUIDField(null=True),
        ),
    ]
