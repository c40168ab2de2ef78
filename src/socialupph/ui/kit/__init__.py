"""Kit: see docs/architecture.md."""
