"""What a requester is likely to need next, from the unit's own history; see docs/algorithms/recommendations.md."""
