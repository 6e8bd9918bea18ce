"""QR codes: every address is looked at before a page is set."""

from reportgen.diagnostics import Diagnostics, Spot
from reportgen.model.blocks import Qr
from reportgen.model.document import Booklet
from reportgen.qr import AddressError, written


def check_contact(booklet: Booklet, sink: Diagnostics) -> None:
    """The addresses of the report's contact."""
    contact = booklet.report.contact
    if contact is None:
        return
    file = booklet.file_of("contact")
    if contact.address:
        check_address(contact.address, Spot(file, ("contact", "address")), sink)
    for index, site in enumerate(contact.sites):
        check_address(site.address, Spot(file, ("contact", "sites", index, "address")), sink)


def check_code(block: Qr, booklet: Booklet, spot: Spot, sink: Diagnostics) -> None:
    """The address of a code; ``spot`` is the block's."""
    contact = booklet.report.contact
    if block.address:
        check_address(block.address, Spot(spot.file, (*spot.path, "address")), sink)
    elif contact is None or not contact.address:
        sink.error("qr-without-address", spot)


def check_address(address: str, spot: Spot, sink: Diagnostics) -> None:
    """Report what makes ``address`` none that a code can say."""
    try:
        written(address)
    except AddressError as error:
        sink.error(error.code, spot, suggestion=None, **error.arguments)
