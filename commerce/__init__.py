"""The product: one Django app per bounded context, each in one schema placement."""
