"""Commands: see docs/architecture.md."""
