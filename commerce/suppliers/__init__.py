"""What a unit makes of its suppliers: its decisions, measures, scores and terms. Lives in every unit's schema.

Words: a *measure* is what the unit's documents say of a supplier in a period, as a fraction of two sums with
the documents behind it; an *assessment* is a mark that a person gives, with a reason; a *score* is the weighted
sum of five dimensions; a *tier* is a supplier's place among all rated ones. What the whole group must know of a
supplier (qualification, certificates, checks, the group's score model) is in `commerce.masterdata`.

Invariants: a score is recomputed from its stored measures to the cent; a measure is the sum of its sources; no
data never becomes a number; a closed period does not change.
"""
