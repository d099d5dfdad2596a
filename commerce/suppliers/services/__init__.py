"""Writes of the unit's supplier file."""
