"""Flows in plain Python: the typed graph, its conditions, who is asked, and the checker. No ORM here."""
