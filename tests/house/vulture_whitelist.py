"""What is used though nobody in the program names it: called by Qt, gettext or Python. Read by vulture only."""
