"""Paying approved invoices: bank accounts, what is due, and the file for the bank."""
