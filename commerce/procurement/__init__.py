"""Requisitions and purchase orders. Lives in every unit's schema."""
