"""The unit's supplier file in GraphQL."""
