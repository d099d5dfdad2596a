"""Analytics: how a group buys, from sums that its units publish. Lives in `public`.

Words. *Spend* is what placed orders bind: the sum of their lines without tax; blanket orders bind nothing, their
call-offs do. *In time* is what came by the day that was promised, otherwise asked for, weighed by quantity. A *purchase
cycle* is the days from the submission of a requisition line to its first goods. *Approval time* is how long a document
waited from its submission until people had approved it. A *roll-up* row holds one of these for one unit and month, by
supplier, category, item, type of document or duration.

Invariants. A roll-up equals the sum over its unit's ledger: a month is always written anew as a whole, from the
ledger (`rollups.py` names both). No row holds the price of anything or a single document. A unit writes and sees its
own rows alone.

Events in: procurement.order.{issued,changed,cancelled,imported}, procurement.receipt.{posted,decided,reversed},
approvals.run.approved, directory.unit.edited (a unit's calendar is its time zone's). They set an alarm for the month;
when it rings, a second later or twenty after the last time, the month is refreshed once for all that came in the
meantime. Events out: analytics.{spend,delivery,cycle,approval}.refreshed, which head office hears of too.
"""
