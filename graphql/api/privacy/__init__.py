"""Requests of people about their data, in GraphQL."""
