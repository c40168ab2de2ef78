"""Ui: see docs/architecture.md."""
