"""Ground floor: who and where (groups, units, people), and the words and runtime everything shares."""
