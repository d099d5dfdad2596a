"""Plans, the group's subscription, its invoices and its commission, in the group API."""
