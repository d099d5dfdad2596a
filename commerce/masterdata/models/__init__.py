"""Tables of the group's master data in `public`."""

from commerce.masterdata.models.application import RegistrationLink, SupplierApplication
from commerce.masterdata.models.exchange import ExchangeDoc
from commerce.masterdata.models.imports import ImportJob, ImportRow
from commerce.masterdata.models.item import Category, Item
from commerce.masterdata.models.item_merge import ItemMerge, ItemMergeShare
from commerce.masterdata.models.provider_check import ProviderCheck
from commerce.masterdata.models.qualification import (
    Certificate,
    SupplierAlert,
    SupplierPolicy,
    SupplierQualification,
)
from commerce.masterdata.models.reference import FxRate, Uom
from commerce.masterdata.models.sanction import Sanction, SanctionCase
from commerce.masterdata.models.score import GroupMeasure, GroupScore, ScoreModel
from commerce.masterdata.models.screening import ScreeningHit, ScreeningRun, WatchlistEntry, WatchlistImport
from commerce.masterdata.models.supplier import SupplierAlias, SupplierOrg

__all__ = [
    "Category",
    "Certificate",
    "ExchangeDoc",
    "FxRate",
    "GroupMeasure",
    "GroupScore",
    "ImportJob",
    "ImportRow",
    "Item",
    "ItemMerge",
    "ItemMergeShare",
    "ProviderCheck",
    "RegistrationLink",
    "Sanction",
    "SanctionCase",
    "ScoreModel",
    "ScreeningHit",
    "ScreeningRun",
    "SupplierAlert",
    "SupplierAlias",
    "SupplierApplication",
    "SupplierOrg",
    "SupplierPolicy",
    "SupplierQualification",
    "Uom",
    "WatchlistEntry",
    "WatchlistImport",
]
