"""Documents: see docs/architecture.md."""
