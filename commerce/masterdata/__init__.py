"""What must be one in a group: suppliers, sanctions, items, categories, rates. Lives in `public`.

Words: a *supplier* is one legal or natural person the group buys from, known under names and identifiers
(*aliases*); a record that turns out to be another name of the same supplier points to it (`same_as`).
A *sanction* forbids actions (invite, award, issue, call off, pay) with a supplier, in categories and units,
for a period; a *case* holds its reason and who decided. The *exchange index* lists documents between units
and suppliers, without prices.

Invariants: an identifier belongs to one supplier of a group; no document in a sanction's scope commits
after the sanction (DESIGN §3); no row here holds a price, a bank account or a document body.

Events out: `masterdata.supplier.{created,edited,archived,restored,joined}`,
`masterdata.sanction.{scheduled,proposed,withdrawn,imposed,lifted,expired}`, `masterdata.supplier.imported`,
`masterdata.certificate.{submitted,verified,rejected,expired}`, `masterdata.supplier_alert.raised`,
`masterdata.qualification.{opened,in_qualification,qualified,preferred,suspended,disqualified,expired}`,
`masterdata.provider_check.{requested,answered}`, `masterdata.application.{submitted,decided}`,
`masterdata.supplier_import.{requested,progressed}`, `masterdata.screening.{requested,progressed,finished}`. Events in:
`procurement.order.{issued,cancelled,closed}`, for the exchange index.
"""
