"""What can be done with the unit's choices for purchasing."""

import graphene

from api.mutation import Mutation
from api.scalars import Decimal
from commerce.procurement.services.purchasing_setting_edit import purchasing_setting_edit


class PurchasingSettingEdit(Mutation):
    """Changes how purchasing works in the unit; what is left out stays."""

    permission = "procurement.setting.edit"
    service = purchasing_setting_edit

    class Input:
        version = graphene.Int(required=True, description="The version of the setting that was read.")
        requisition_covers_order = graphene.Boolean(
            description="Whether an order within its requisition's approved amounts needs no second approval."
        )
        over_approved_percent = Decimal(description="By how many per cent it may exceed them.")
        over_delivery_percent = Decimal(description="By how many per cent more than ordered may be received.")
        under_delivery_percent = Decimal(
            description="By how many per cent less a line still counts as received in full."
        )
        match_way = graphene.String(description="two_way or three_way.")
        match_price_percent = Decimal(description="By how many per cent a price may differ.")
        match_price_amount = Decimal(description="Or by how much, whichever is larger.")
        match_quantity_percent = Decimal(description="By how many per cent a quantity may differ.")
        match_tax_amount = Decimal(description="By how much the tax may differ.")
        match_total_percent = Decimal(description="By how many per cent a total may differ.")
        match_total_amount = Decimal(description="Or by how much, whichever is larger.")
        payment_days = graphene.Int(description="Days to pay in, where nothing else was agreed.")
        closed_until_date = graphene.Date(
            description="Closes the books up to and including a day that is over; an earlier day opens them again."
        )


UNIT = [PurchasingSettingEdit]
