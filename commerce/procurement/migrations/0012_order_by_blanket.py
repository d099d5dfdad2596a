"""Built beside the writers: orders stand in living units."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("procurement", "0011_order_imports")]

    operations = [
        AddIndexConcurrently(
            model_name="purchaseorder",
            index=models.Index(
                condition=models.Q(("blanket__isnull", False)),
                fields=["blanket", "-id"],
                name="order_by_blanket",
            ),
        ),
    ]
