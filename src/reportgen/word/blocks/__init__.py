"""Room ``word/blocks``."""
