"""What a group and its units spend."""
