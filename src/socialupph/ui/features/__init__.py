"""One package a feature: its list, its record in full, its forms. Packages never import one another."""
