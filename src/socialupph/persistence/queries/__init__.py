"""Queries: see docs/architecture.md."""
