"""Billing: plans and prices, a subscription for each group, usage, invoices; the money itself moves at Stripe.

Words: a *plan* is an edition with modules, limits and prices. A *subscription* is a group's contract; its state
follows Stripe's, and is ours where Stripe has none (trial without card, read-only after the grace period). An
*operation* is one thing asked of Stripe; its id makes the idempotency key. A *usage event* is an order's commission,
or its reversal; a *charge* is what of them is reported to Stripe.

Invariants: card data never reaches us. Nobody's data is deleted for want of payment: a suspended group reads.
A charge's amount is the sum of its usage events less what the monthly cap takes off. Stripe is never called inside a
transaction, and never twice for one operation.

Events in: directory.group.created, procurement.order.{issued,cancelled,closed,…} (by name; amounts by `ports`).
Events out: billing.subscription.changed, billing.operation.{requested,done}, billing.stripe_event.received,
billing.charge.created.
"""
