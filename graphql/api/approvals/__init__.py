"""Approvals on the unit API: the inbox, runs with their timeline, flows and their checks, delegations."""
