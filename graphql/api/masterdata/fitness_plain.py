"""What the group asks of suppliers, and how admission goes: single records, read by themselves."""

import graphene

from api.guarded import guarded
from api.scalars import Decimal
from commerce.masterdata.admission import admission_figures
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
        description="Whether the rules decide what they can without a person.",
    )
    manual_seconds = graphene.Int(
        description="The median active work an application took by hand, in seconds; none while unmeasured."
    )
    manual_sample = graphene.Int(description="Over how many applications that was measured.")
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


class AdmissionFigures(graphene.ObjectType):
    """How much of people's time admission takes, from the applications of the last 365 days."""

    decided = graphene.Int(required=True, description="Applications that were decided.")
    by_rule = graphene.Int(required=True, description="Those that a rule decided.")
    by_person = graphene.Int(required=True, description="Those that a person decided.")
    median_seconds = graphene.Int(
        description="The median active work of people on one application; none without any."
    )
    mean_seconds = graphene.Int(description="The mean.")
    baseline_seconds = graphene.Int(description="What it took by hand; none while nobody measured it.")
    baseline_sample = graphene.Int(description="Over how many applications that was measured.")
    reduction_percent = Decimal(description="By how much the median fell, in percent.")


def admission() -> graphene.Field:
    """This will declare the root field of the figures of admission."""

    @guarded("masterdata.application.read")
    def resolve(root: object, info: graphene.ResolveInfo) -> object:
        context = info.context
        return admission_figures(group_id=context.actor.group_id, at=context.at)

    return graphene.Field(
        graphene.NonNull(AdmissionFigures),
        description="How much of people's time admission takes.",
        resolver=resolve,
    )
