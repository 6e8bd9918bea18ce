"""Room ``charts``."""
