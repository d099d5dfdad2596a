"""The archive of a group: written, read, taken in (docs/group-archive.md)."""
