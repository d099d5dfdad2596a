"""Changes to people and access: one service per action."""
