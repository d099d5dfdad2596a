"""Top floor: settings, servers, tasks wiring, embedded services and deployment."""
