"""Master data: the register of suppliers, sanctions, imports, screening, items, categories, units, rates."""
