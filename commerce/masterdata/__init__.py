"""What must be one in a group: the supplier register, sanctions, items and categories. Lives in `public`."""
