"""Webhooks and what developers need to know, in GraphQL."""
