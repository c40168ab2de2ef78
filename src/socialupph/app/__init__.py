"""App: see docs/architecture.md."""
