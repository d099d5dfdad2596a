"""Tables of a unit's supplier file."""

from commerce.suppliers.models.file import Assessment, SupplierRelation, SupplierSetting, TierTerms
from commerce.suppliers.models.score import Measure, ScorePeriod, SupplierScore, UnitScoreModel

__all__ = [
    "Assessment",
    "Measure",
    "ScorePeriod",
    "SupplierRelation",
    "SupplierScore",
    "SupplierSetting",
    "TierTerms",
    "UnitScoreModel",
]
