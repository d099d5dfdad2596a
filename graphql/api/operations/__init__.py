"""GraphQL of running the service: the operator's console, and what customers see of it."""
