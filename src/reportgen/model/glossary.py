"""Which entries of a glossary are printed: all, or in an edition those that its text uses."""

from reportgen.model.blocks import Glossary, Term
from reportgen.model.document import BlockId, Document, term_id


def printed_terms(block: Glossary, id: BlockId, document: Document) -> tuple[tuple[BlockId, Term], ...]:
    """The address and the entry of each."""
    entries = ((term_id(id, index), entry) for index, entry in enumerate(block.entries))
    return tuple(pair for pair in entries if pair[0] not in document.unused_terms)
