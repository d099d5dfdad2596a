"""Running the service: what the operator's console shows and does, and what customers see of it. Lives in `public`.

Words: *probe* one look at a unit through its own door; *error budget* how long a unit may be away in a month;
*health* how well a group fares, from use, errors and availability; *success task* what somebody of the operator's
looks after when it does not; *feature switch* a module held back from, or lent to, groups.

Invariants: nothing here reads a group's business rows; availability is reckoned from raw probes; a maintenance
window counts only when it was announced before it began; a success task is open once for a group and cause.
Events: `operations.<thing>.<done>`.
"""
