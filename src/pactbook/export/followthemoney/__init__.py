"""FollowTheMoney entities, for Aleph and its kin. docs/export.md states the mapping."""
