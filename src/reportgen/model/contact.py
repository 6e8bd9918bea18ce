"""Where readers find more and whom they call: said once, printed on covers, forms and boards."""

from typing import Annotated

import msgspec
from msgspec import Meta


class Site(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A web site by its name; its address is printed without http://."""

    name: Annotated[str, Meta(max_length=30)]
    address: str


class Contact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``address`` is the page that every QR code leads to, ``words`` say what is found there."""

    address: Annotated[str, Meta(description="Web page that the QR codes lead to: https://…")] = ""
    words: Annotated[str, Meta(max_length=40, description="Beside the codes: what is found there.")] = "扫码看全文"
    sites: Annotated[tuple[Site, ...], Meta(max_length=4)] = ()
    hotline: Annotated[str, Meta(max_length=40, description="Number to call.")] | int = ""
    hotline_name: Annotated[str, Meta(max_length=40, description="Its name, e.g. 政务服务便民热线.")] = ""

    @property
    def phone(self) -> str:
        """The number as printed; "" for none."""
        return str(self.hotline)
