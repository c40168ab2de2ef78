"""Views: see docs/architecture.md."""
