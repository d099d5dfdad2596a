"""Plans, subscriptions, seats and usage. Knows nothing of commerce."""
