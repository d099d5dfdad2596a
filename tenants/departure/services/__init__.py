"""What leads out: exporting a group, closing it, keeping it after all."""
