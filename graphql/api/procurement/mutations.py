"""The mutations of purchasing."""

from api.procurement import order_mutations, receiving_mutations, requisition_mutations

UNIT = [*requisition_mutations.UNIT, *order_mutations.UNIT, *receiving_mutations.UNIT]
