"""Versions: see docs/architecture.md."""
