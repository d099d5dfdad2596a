"""What analytics does."""
