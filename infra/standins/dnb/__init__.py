"""A stand-in for D&B Direct+: our own small server that speaks the documented HTTP shapes, for development and tests.

It is not D&B and knows no real company: it answers for the organisations that it was given.
"""
