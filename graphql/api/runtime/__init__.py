"""The audit trail of the group and of each unit."""
