"""The headless face: the same services as the window, for scripts, the task scheduler and tests."""
