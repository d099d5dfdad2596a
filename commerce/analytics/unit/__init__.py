"""What analytics keeps in every unit's schema: views that compare roll-ups with the ledgers they are made from."""
