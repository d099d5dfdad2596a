"""Settings modules: base, development, production, test."""
