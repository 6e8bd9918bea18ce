"""Room ``typeset/pages``."""
