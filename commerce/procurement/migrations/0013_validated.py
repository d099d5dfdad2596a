"""Looks at the rows there were before: constraints of 0004 and 0006 held new rows alone so far."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("procurement", "0012_order_by_blanket")]

    operations = [
        ValidateConstraint("purchaseorder", "order_ceiling"),
        ValidateConstraint("purchaseorder", "order_validity"),
        ValidateConstraint("procurementsetting", "procurement_setting_tolerance_range"),
        ValidateConstraint("procurementsetting", "procurement_setting_match_way_known"),
    ]
