"""People and access: the person logged in, members, invitations, roles, API keys, saved views."""
