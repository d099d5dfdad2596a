"""Stand-ins: servers of our own that speak an outside system's protocol, for development and tests alone."""
