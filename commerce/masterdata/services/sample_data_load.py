"""A few suppliers and items to try the platform with, before own files are imported. Their names say what they are."""

from datetime import datetime

from commerce.masterdata.services.ensure import NamedItem, master_data_ensure
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require

CATEGORY_OFFICE = ("Sample: office",)
CATEGORY_PACKAGING = ("Sample: packaging",)

SUPPLIERS: dict[str, dict[str, str]] = {
    "Sample supplier 1": {"country": "CN"},
    "Sample supplier 2": {"country": "DE"},
    "Sample supplier 3": {"country": "US"},
}
ITEMS = (
    NamedItem("SAMPLE-PAPER", "Copy paper A4, 500 sheets", CATEGORY_OFFICE, "C62"),
    NamedItem("SAMPLE-PEN", "Ballpoint pen, blue", CATEGORY_OFFICE, "C62"),
    NamedItem("SAMPLE-BOX", "Cardboard box 40 × 30 × 20 cm", CATEGORY_PACKAGING, "C62"),
    NamedItem("SAMPLE-FILM", "Stretch film", CATEGORY_PACKAGING, "KGM"),
)


def sample_data_load(*, actor: Actor, at: datetime) -> dict[str, int]:
    """This will add the sample's suppliers, categories and items that are not there yet, and count the new ones.

    Raises Forbidden, SupplierAmbiguous.
    """
    require(actor, "masterdata.sample_data.load")
    return dict(master_data_ensure(actor=actor, at=at, suppliers=SUPPLIERS, items=ITEMS).added)
