"""Requisitions and purchase orders of the unit."""
