"""Requisitions, purchase orders, and what comes in for them. Lives in every unit's schema.

Words: a requisition asks, a purchase order binds. Both have numbered lines; an order line has schedules
(how much, requested, promised and delivered when). Documents carry several independent axes; a hold is a
flag, never a state. Goods come in by receipts, which are final once posted; invoices stay as they came and
are matched with orders and receipts; payment runs pay what is approved and due.

Invariants: totals are the sum of their rounded lines; a requisition line is never ordered beyond its
quantity; nothing is issued to a supplier under a sanction that covers it; an approval answers for one
content hash; an order line is never received nor invoiced beyond its quantity and tolerance; no invoice is in
two payment runs that hold it; who proposes a payment run does not release it.

Events out: procurement.requisition.{created,edited,submitted,withdrawn,approved,rejected,returned,ordered,
cancelled}, procurement.order.{created,edited,submitted,approved,rejected,returned,issued,cancelled,closed,
held,released},
procurement.receipt.{created,edited,inspecting,posted,decided,reversed,cancelled},
procurement.return.{created,credited,waived},
procurement.invoice.{received,matched,exception,resolved,assigned,submitted,returned,withdrawn,approved,
rejected}, procurement.payment.{proposed,released,paid,cancelled}, procurement.bank_account.set.
Events in: masterdata.sanction.imposed, masterdata.sanction.lifted.
"""
