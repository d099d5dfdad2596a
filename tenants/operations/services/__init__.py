"""What the operator's people do."""
