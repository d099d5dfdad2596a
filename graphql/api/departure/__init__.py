"""Exports and closures of the group, in GraphQL."""
