"""Files at documents: which are taken, at which documents, and the door to them."""
