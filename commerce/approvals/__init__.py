"""Approvals: each unit's own flows, kept as data, and the runs of documents through them.

Words. A *flow definition* is one version of the way a document type is approved: a graph of steps and
branches. A *run* is one document's way through the published flow; its *plan* is fixed when it starts. A
*step task* is one person's seat in the step that is open now. A *decision record* says who decided what on
which content. A *delegation* hands a person's seats to another for a period.

Invariants. A requester never decides on their own document, by any delegation chain. Every approving
decision carries the hash of the content that was approved. A document has at most one pending run, a
document type at most one published flow. Decisions are never changed.

Events out: approvals.flow.published/retired, approvals.run.started/approved/rejected/returned/withdrawn/
invalidated, approvals.task.opened/decided/reminded, approvals.delegation.created/ended.
Documents are known through `ports.py` alone.
"""
