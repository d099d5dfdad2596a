"""Groups, business units, domains, provisioning and the life cycle of a unit. Lives in `public`."""
