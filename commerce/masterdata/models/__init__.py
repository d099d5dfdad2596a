"""Tables of the group's master data in `public`."""

from commerce.masterdata.models.exchange import ExchangeDoc
from commerce.masterdata.models.imports import ImportJob, ImportRow
from commerce.masterdata.models.item import Category, Item
from commerce.masterdata.models.reference import FxRate, Uom
from commerce.masterdata.models.sanction import Sanction, SanctionCase
from commerce.masterdata.models.screening import ScreeningHit, ScreeningRun, WatchlistEntry, WatchlistImport
from commerce.masterdata.models.supplier import SupplierAlias, SupplierOrg

__all__ = [
    "Category",
    "ExchangeDoc",
    "FxRate",
    "ImportJob",
    "ImportRow",
    "Item",
    "Sanction",
    "SanctionCase",
    "ScreeningHit",
    "ScreeningRun",
    "SupplierAlias",
    "SupplierOrg",
    "Uom",
    "WatchlistEntry",
    "WatchlistImport",
]
