"""Room ``word``."""
