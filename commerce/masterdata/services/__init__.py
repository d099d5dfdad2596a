"""Writes of master data: one service per action."""
