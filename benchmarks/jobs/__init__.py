"""What is timed. Each module has ``JOBS``: functions from options to figures, run by ``benchmarks.worker``."""
