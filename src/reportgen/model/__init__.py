"""THE layout model that both renderers share: block tree, numbering, words. Knows no file and no format."""
