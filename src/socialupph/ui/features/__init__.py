"""Features: see docs/architecture.md."""
