"""Third parties that tell of suppliers' credit and licence: the port, and who stands behind it."""
