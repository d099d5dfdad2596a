"""Invoices as documents: read from UBL 2.1, checked by the rules of EN 16931, compared with orders."""
