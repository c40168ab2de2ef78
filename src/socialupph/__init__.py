"""SocialUpph: employment requirements in public contracts, made into placements."""

__version__ = "0.1.0"
