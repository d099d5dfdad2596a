"""Departure: a group takes all its data along, and ends its account with a proof that nothing stayed.

Words: an *export* is one archive of everything the group has, made by a job (docs/group-archive.md says what is in it);
a *closure* is the end of the account: a grace period in which the group reads and exports, then the deletion, then a
signed *proof of deletion*. Invariants: what is exported is of one group alone; a closure can be taken back until its
day; what law keeps is listed in the proof; the proof outlives the group.

Events out: `departure.export.{requested,progressed,done,failed}`, `departure.group.{closing,kept,due}`.
"""
