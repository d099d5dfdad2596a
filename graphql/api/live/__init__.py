"""Live streams: Server-Sent Events from a small ASGI process without an ORM, over Valkey.

`tokens` signs what a page may hear, `hub` keeps the subscribers of one process and what Valkey publishes,
`app` is the ASGI application, `subscriptions` speaks graphql-sse (distinct connections) for API clients.
"""
