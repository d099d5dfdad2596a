"""Log-in and what belongs to it: how allauth is fitted to people, scopes and mail of this platform."""
