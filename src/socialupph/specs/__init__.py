"""Specs: see docs/architecture.md."""
