"""What tests stand on: servers, databases, worlds, actors."""
