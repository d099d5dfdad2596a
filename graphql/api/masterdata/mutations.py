"""What headquarters can do with their master data, and what units hand in for them."""

from api.masterdata.fitness_mutations import FITNESS_MUTATIONS, FITNESS_OF_UNITS
from api.masterdata.import_mutations import IMPORT_MUTATIONS
from api.masterdata.item_mutations import ITEM_MUTATIONS
from api.masterdata.registration import REGISTRATION_MUTATIONS, REGISTRATION_OF_UNITS
from api.masterdata.sample_mutations import SAMPLE_MUTATIONS
from api.masterdata.sanction_mutations import SANCTION_MUTATIONS
from api.masterdata.screening_mutations import SCREENING_MUTATIONS
from api.masterdata.supplier_mutations import SUPPLIER_MUTATIONS

GROUP = [
    *SUPPLIER_MUTATIONS,
    *SANCTION_MUTATIONS,
    *SAMPLE_MUTATIONS,
    *IMPORT_MUTATIONS,
    *SCREENING_MUTATIONS,
    *ITEM_MUTATIONS,
    *FITNESS_MUTATIONS,
    *REGISTRATION_MUTATIONS,
]
UNIT = [*FITNESS_OF_UNITS, *REGISTRATION_OF_UNITS]
