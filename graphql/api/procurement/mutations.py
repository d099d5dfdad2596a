"""The mutations of purchasing."""

from api.procurement import (
    attachments,
    collaboration_mutations,
    exchange,
    import_mutations,
    invoicing_mutations,
    item_terms,
    mrp_mutations,
    order_mutations,
    paying_mutations,
    receiving_mutations,
    requisition_mutations,
    setting_mutations,
    templates,
)

UNIT = [
    *requisition_mutations.UNIT,
    *attachments.UNIT,
    *templates.UNIT,
    *mrp_mutations.UNIT,
    *order_mutations.UNIT,
    *collaboration_mutations.UNIT,
    *exchange.UNIT,
    *receiving_mutations.UNIT,
    *invoicing_mutations.UNIT,
    *paying_mutations.UNIT,
    *setting_mutations.UNIT,
    *item_terms.UNIT,
    *import_mutations.UNIT,
]
