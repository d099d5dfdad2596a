"""Which modules of the catalogue a plan has."""

from billing.models import Plan
from tenants.kernel.modules import ALL, ALWAYS_ON


def modules_of(plan: Plan) -> frozenset[str]:
    """This will give the modules of the catalogue that a plan has; what is always on is in every plan."""
    return ALL if "*" in plan.modules else (ALL & frozenset(plan.modules)) | ALWAYS_ON
