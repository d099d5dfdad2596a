"""A stand-in for Stripe: a small server that speaks the part of Stripe's HTTP API that Hanse uses.

See README.md for what it does and does not do. It imports nothing of the product.
"""
