"""Making units, and ending them: resumable work of the worker that holds the owner's connection."""
