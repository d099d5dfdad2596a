"""What the group asks of suppliers: one record, read by itself."""

import graphene

from api.guarded import guarded
from commerce.masterdata.fitness import supplier_policy


class SupplierPolicy(graphene.ObjectType):
    """What the group asks of every supplier."""

    required_certificates = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Kinds of certificates a qualification must rest on.",
    )
    required_checks = graphene.List(
        graphene.NonNull(graphene.String),
        required=True,
        description="Kinds of checks that must be passed and running: credit, licence.",
    )
    blocking_class = graphene.Int(
        required=True, description="The risk class from which a check fails, 2 to 5."
    )
    check_days = graphene.Int(required=True, description="Days for which a check's answer counts.")
    accept_automatically = graphene.Boolean(
        required=True,
        description="Whether an application that passes every rule is accepted without a person.",
    )
    version = graphene.Int(required=True, description="The version, for changes.")


def policy() -> graphene.Field:
    """This will declare the root field of the group's policy for suppliers."""

    @guarded("masterdata.supplier_policy.read")
    def resolve(root: object, info: graphene.ResolveInfo) -> object:
        return supplier_policy(group_id=info.context.actor.group_id)

    return graphene.Field(
        graphene.NonNull(SupplierPolicy),
        description="What the group asks of every supplier.",
        resolver=resolve,
    )
