"""Printed forms. Texts reach the typesetter as JSON data and are shown as they are, never read as markup."""
