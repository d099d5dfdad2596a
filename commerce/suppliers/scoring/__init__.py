"""The arithmetic of supplier scores: plain functions on exact numbers, without a database.

The rules are written down in docs/algorithms/supplier-scoring.md.
"""
