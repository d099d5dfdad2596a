'''Translates GraphQL into one service call or one compiled read, and the answer back.

Building blocks for the folders of the contexts (`api/<context>/{types,queries,mutations}.py`):

Types over rows (`api/procurement/types.py`)

    from graphene import Int, String
    from api.reads import ReadType, children, column, computed, loaded, money, reference
    from api.scalars import Date, DateTime, Decimal, JSON

    class PurchaseOrder(ReadType):
        """An order to one supplier."""                        # required, so is every `description`

        class Meta:
            model = "procurement.PurchaseOrder"                # app label and model
            permission = "procurement.order.read"              # of the catalogue, or PUBLIC, SIGNED_IN
            visible = purchase_orders_visible_to               # (actor) -> QuerySet, the one door to rows
            search = ["number", "supplier_name"]               # columns of `search:`
            filters = {"status": ["eq", "in"], "created_at": ["gte", "lt"]}
            order_by = ["number", "created_at"]                # NUMBER_ASC, NUMBER_DESC, …
            default_order = "-created_at"                      # otherwise the newest id first

        number = column(String, description="…")               # `source=` when the column has another name
        supplier_id = column(ID, source="supplier_gid", of="Supplier", description="…")
        total = money("total_amount", "currency", description="…")
        cost = column(Decimal, permission="procurement.price.read", description="…")
        lines = children("PurchaseOrderLine", by="order_id", order_by=("line_no",), description="…")
        supplier = reference("Supplier", by="supplier_gid", description="…")
        age_days = computed(Int, needs=("created_at",), resolve=age_in_days, description="…")
        buyer_name = loaded(String, by="buyer_id", load=names_of_people, description="…")

`id` is there by itself. A computed field's function may also take `at` and `actor`; `load(*, actor, keys)`
gives a mapping. A column may be an annotation of the door's queryset. What filters, orders and search
use must be shown by a field: its permission guards them too. Whoever selects a field without its permission
gets FORBIDDEN for the operation's root field before any row is read.

Root fields (`api/procurement/queries.py`): classes `UnitQuery` and `GroupQuery`

    class UnitQuery:
        purchase_orders = connection(PurchaseOrder)            # first ≤ 500, after, filter, orderBy, search
        purchase_order = one(PurchaseOrder)                    # by id; null when absent or not yours

Plain graphene fields with resolvers may stand beside them: `info.context` is `RequestContext` (`actor`, `at`).

Mutations (`api/procurement/mutations.py`): lists `UNIT` and `GROUP`; see `api.mutation` and `api.inputs`

    class RequisitionSubmit(Mutation):
        """Sends a draft requisition into its approval flow."""

        permission = "procurement.requisition.submit"
        service = requisition_submit                           # same name, keywords only

        class Input:
            requisition_id = id_of("Requisition", required=True, description="…")
            lines = list_of(RequisitionLineInput, description="…")    # Input with Meta.into = a dataclass

        class Payload:
            requisition = read_back(Requisition)               # by the id that the service returns

    UNIT = [RequisitionSubmit]

A new context's folder is named in `api.schema` (`GROUP_CONTEXTS`, `UNIT_CONTEXTS`). `manage print_schemas`
writes the printed schemas; the build fails when they are out of step.
'''
