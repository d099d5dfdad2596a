"""Webhooks: what happens in a group or unit is told to an address of its own, signed, and told again until it is heard.

Words: a *webhook* is an address with the types of events it wants and a secret; a *delivery* is one event on its way to
one webhook, kept as a log for 30 days. Invariants: a webhook of a unit gets that unit's events and nobody else's; an
event of a module that is off does not leave; a payload holds what the catalogue names and nothing more; who did it is
told to a webhook that asks for it, and only under a transfer in force (`tenants.privacy`). The relay writes deliveries
with its claim of an event, so that each event has one for each webhook, whatever crashes.

Events out: `webhooks.webhook.{created,edited,deleted,rotated,disabled}`.
"""
