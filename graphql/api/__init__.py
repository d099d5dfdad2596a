"""Translates GraphQL into one service call or one compiled read, and the answer back."""
