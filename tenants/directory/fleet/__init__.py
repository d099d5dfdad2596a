"""The fleet: the schemas of all units, made and migrated as the owner login.

Nothing here runs on the runtime login. Units are made from a template and migrated set-based; what stands in
which schema is kept in one public table.
"""
