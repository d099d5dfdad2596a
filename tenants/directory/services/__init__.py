"""Changes to groups and units: one service per action."""
