"""Timed cases: what the program does against the floor of the job and what its users have instead. Never asserted in tests.

``python3 dev.py bench`` runs them; see ``docs/performance.md``. A case stands in ``cases`` and imports nothing heavy; what is timed
stands in ``jobs`` and runs in a process of its own.
"""
