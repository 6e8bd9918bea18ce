"""Room ``typeset/blocks``."""
