"""The cases. Each module has one ``CASE``; ``benchmarks.run`` has them in order."""
