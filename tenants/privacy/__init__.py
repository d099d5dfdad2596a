"""Privacy: what people may ask about the data kept of them, and the answers they get.

Words: a *person request* asks a group for erasure, correction or something else about one's own data; it is due in 30
days. Taking one's own data along needs no request. A *transfer* is the group's record of personal data that go to a
recipient outside; without one in force none go. Invariants: everybody sees and asks for themselves alone; an erasure
covers `public` and every unit of the group; what evidence and law hold back keeps a pseudonym or is listed.

Events out: `privacy.person_request.{opened,decided}`, `privacy.transfer.{approved,ended}`.
"""
