"""One door for files of both formats."""

from commerce.procurement.exchange.checked import UBL_ROOTS, checked_root
from commerce.procurement.exchange.cxml import read_cxml
from commerce.procurement.exchange.messages import Message
from commerce.procurement.exchange.ubl import read_ubl


def read_message(data: bytes) -> Message:
    """This will read a document, whichever of the formats it has; raises what the readers raise."""
    name, root = checked_root(data)
    return read_ubl(name, root) if name in UBL_ROOTS.values() else read_cxml(name, root)
