"""Requisitions and purchase orders. Lives in every unit's schema.

Words: a requisition asks, a purchase order binds. Both have numbered lines; an order line has schedules
(how much, requested, promised and delivered when). Documents carry several independent axes; a hold is a
flag, never a state.

Invariants: totals are the sum of their rounded lines; a requisition line is never ordered beyond its
quantity; nothing is issued to a supplier under a sanction that covers it; an approval answers for one
content hash.

Events out: procurement.requisition.{created,edited,submitted,withdrawn,approved,rejected,returned,ordered,
cancelled}, procurement.order.{created,edited,submitted,approved,rejected,returned,issued,cancelled,closed,
held,released}. Events in: masterdata.sanction.imposed, masterdata.sanction.lifted.
"""
