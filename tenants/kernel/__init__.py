"""Plain Python that every floor shares: money, quantity, period, ids, errors, states. Imports no Django."""
