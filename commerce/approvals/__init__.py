"""A unit's own approval flows: definitions, runs, steps, delegation. Lives in every unit's schema."""
