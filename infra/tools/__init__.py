"""Tools of the workshop: the environment, the locks, the stages of `make test`."""
