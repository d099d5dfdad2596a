"""The database backend of the runtime login: role and search_path by SET LOCAL, refused outside a unit of work."""
