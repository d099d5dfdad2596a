"""Orders out of tables: a mapping says which column is which field, every row is checked before any is written.

`mapping` reads the mapping, `table` the file, `checking` turns rows into orders or into problems, and the
service `order_import` writes them.
"""
