"""Sample data to try the platform with."""

import graphene

from api.mutation import Mutation
from commerce.masterdata.services.sample_data_load import sample_data_load


class SampleDataLoad(Mutation):
    """Adds a few sample suppliers, categories and items that are not there yet; their names say what they are."""

    permission = "masterdata.sample_data.load"
    service = sample_data_load

    class Payload:
        suppliers = graphene.Int(description="How many suppliers are new.")
        categories = graphene.Int(description="How many categories are new.")
        items = graphene.Int(description="How many items are new.")


SAMPLE_MUTATIONS = [SampleDataLoad]
