"""What people and groups do about personal data."""
