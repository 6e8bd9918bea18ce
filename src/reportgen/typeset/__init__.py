"""Room ``typeset``."""
