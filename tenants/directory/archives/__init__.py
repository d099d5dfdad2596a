"""A unit as a folder of files: the customer's own export, and what one unit is restored from."""
