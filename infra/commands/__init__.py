"""Platform commands of `manage` that belong to no single context."""
