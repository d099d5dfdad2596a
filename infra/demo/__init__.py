"""The demo group: real supply data, people for every role, documents in every state, all through services."""
