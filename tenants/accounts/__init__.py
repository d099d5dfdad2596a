"""People, memberships, roles, the permission catalogue, sign-up and API keys. Lives in `public`."""
