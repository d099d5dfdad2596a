"""Why decisions on documents stay."""

from tenants.runtime.keeping import keep

keep(
    ("approvals.CostCentre", "approvals.Delegation", "approvals.FlowDefinition"),
    en="Settings of the unit by which documents were decided; needed to read the decisions.",
    zh="单据审批所依据的业务单元设置；用于解读审批结果。",
)
keep(
    ("approvals.DecisionRecord", "approvals.FlowRun", "approvals.StepTask"),
    en="Who approved which expense: kept as long as the document, under accounting and tax law.",
    zh="何人批准何项支出：依会计与税务法规，与单据同期保留。",
)
