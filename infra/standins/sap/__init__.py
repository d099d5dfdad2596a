"""A stand-in for an SAP system: our own small OData server with the shapes of purchase requisition items and planned
orders, for development and tests. It plans nothing: it serves the entries it was given.
"""
