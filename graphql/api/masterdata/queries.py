"""Root fields of master data. Units read the register, items, categories, rates and what binds them."""

from api.masterdata.fitness_plain import admission, policy
from api.masterdata.fitness_types import Certificate, ProviderCheck, SupplierAlert, SupplierQualification
from api.masterdata.import_types import SupplierImport, SupplierImportRow
from api.masterdata.inbox import supplier_inbox_field
from api.masterdata.merge_types import ItemMerge
from api.masterdata.plain import uoms
from api.masterdata.registration import RegistrationLink, SupplierApplication, registration
from api.masterdata.sanction_types import Sanction
from api.masterdata.screening_types import ScreeningHit, ScreeningRun
from api.masterdata.types import Category, FxRate, Item, Supplier
from api.reads import connection, one


class UnitQuery:
    """What a unit reads of the group's master data."""

    suppliers = connection(Supplier)
    supplier = one(Supplier)
    sanctions = connection(Sanction)
    items = connection(Item)
    item = one(Item)
    categories = connection(Category)
    category = one(Category)
    uoms = uoms()
    fx_rates = connection(FxRate)
    certificates = connection(Certificate)
    supplier_qualifications = connection(SupplierQualification)
    provider_checks = connection(ProviderCheck)
    supplier_alerts = connection(SupplierAlert)
    supplier_policy = policy()


class GroupQuery(UnitQuery):
    """What headquarters read of their master data."""

    sanction = one(Sanction)
    item_merges = connection(ItemMerge)
    item_merge = one(ItemMerge)
    supplier_imports = connection(SupplierImport)
    supplier_import = one(SupplierImport)
    supplier_import_rows = connection(SupplierImportRow)
    screening_runs = connection(ScreeningRun)
    screening_run = one(ScreeningRun)
    screening_hits = connection(ScreeningHit)
    screening_hit = one(ScreeningHit)
    supplier_inbox = supplier_inbox_field()
    registration = registration()
    registration_links = connection(RegistrationLink)
    supplier_applications = connection(SupplierApplication)
    supplier_application = one(SupplierApplication)
    admission_figures = admission()
