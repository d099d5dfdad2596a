"""Analytics: what a group spends, from sums that its units publish. Lives in `public`.

Words. *Spend* is what placed orders bind: the sum of their lines without tax; blanket orders bind nothing, their
call-offs do. A *roll-up* row holds the spend of one unit, month, supplier, category and currency.

Invariants. A roll-up equals the sum over its unit's ledger to the cent: a month is always written anew as a whole,
from the ledger. No row holds the price of anything or a single document. A unit writes and sees its own rows alone.

Events in: procurement.order.{issued,changed,cancelled,imported}. They set an alarm for the month; when it rings,
within a minute, the month is refreshed once for all that came in the meantime.
"""
