"""What the checker finds, in words for the designer's page."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]

TEXTS: dict[str, tuple[Severity, str, str]] = {
    "NO_START": ("error", "The flow has no start.", "流程没有起点。"),
    "UNKNOWN_NODE": (
        "error",
        "“{node}” leads to “{target}”, which does not exist.",
        "“{node}”指向不存在的“{target}”。",
    ),
    "DEAD_END": ("error", "“{node}” leads nowhere.", "“{node}”之后没有连接任何节点。"),
    "CYCLE": ("error", "The flow goes round in a circle: {circle}.", "流程存在循环：{circle}。"),
    "UNREACHABLE": ("error", "No document ever reaches “{node}”.", "没有任何单据会到达“{node}”。"),
    "STEP_NEVER_APPLIES": (
        "error",
        "The conditions of “{node}” hold for no document that reaches it.",
        "到达“{node}”的任何单据都不满足其条件。",
    ),
    "ROW_NEVER_TAKEN": (
        "error",
        "Row {row} of “{node}” is never taken: earlier rows or conditions exclude it.",
        "“{node}”的第 {row} 行永远不会命中：已被前面的行或条件排除。",
    ),
    "OVERLAP": (
        "error",
        "Rows {row} and {other} of “{node}” both hold for {region}.",
        "“{node}”的第 {row} 行与第 {other} 行同时适用于 {region}。",
    ),
    "OVERLAP_BY_ORDER": (
        "warning",
        "Rows {row} and {other} of “{node}” both hold for {region}; the first of them is taken.",
        "“{node}”的第 {row} 行与第 {other} 行同时适用于 {region}，将采用靠前的一行。",
    ),
    "UNCOVERED": (
        "error",
        "“{node}” has no row for {region} (amounts {amounts}) and no “else”.",
        "“{node}”没有覆盖 {region}（金额 {amounts}）的行，也没有“否则”分支。",
    ),
    "NO_HUMAN_STEP": (
        "error",
        "Nobody would approve {region} (amounts {amounts}). Add a step, or let the end be automatic.",
        "{region}（金额 {amounts}）将无人审批。请增加步骤，或将终点设为自动通过。",
    ),
    "TOO_MANY_STEPS": (
        "error",
        "The path {way} has {count} human steps; at most {most} are allowed.",
        "路径 {way} 有 {count} 个人工步骤，最多允许 {most} 个。",
    ),
    "EMPTY_ASSIGNEES": ("error", "“{node}” asks nobody.", "“{node}”没有审批人。"),
    "UNKNOWN_ROLE": (
        "error",
        "“{node}” asks the role “{role}”, which does not exist.",
        "“{node}”的角色“{role}”不存在。",
    ),
    "ROLE_CANNOT_DECIDE": (
        "error",
        "“{node}” asks the role “{role}”, which may not decide approvals.",
        "“{node}”的角色“{role}”没有审批权限。",
    ),
    "UNKNOWN_PERSON": (
        "error",
        "“{node}” asks a person who is no member of this unit or may not decide approvals.",
        "“{node}”的审批人不是本单元成员，或没有审批权限。",
    ),
    "OWNER_NEEDS_FALLBACK": (
        "error",
        "“{node}” asks the owner of the cost centre and needs a fallback: a document may have no cost centre, "
        "and the owner may be the requester.",
        "“{node}”由成本中心负责人审批，必须设置后备审批人：单据可能没有成本中心，负责人也可能就是申请人。",
    ),
    "ESCALATION_INCOMPLETE": (
        "error",
        "“{node}” needs both for its escalation: after how many hours, and to whom.",
        "“{node}”的升级设置不完整：须同时填写小时数和升级对象。",
    ),
    "UNKNOWN_COST_CENTRE": (
        "warning",
        "“{node}” names the cost centre “{centre}”, which does not exist.",
        "“{node}”引用的成本中心“{centre}”不存在。",
    ),
    "NOBODY": ("error", "At present nobody holds what “{node}” asks for.", "目前没有人符合“{node}”的审批要求。"),
    "SELF_APPROVAL": (
        "error",
        "When {person} is the requester, nobody else could decide “{node}” (reached by {route}).",
        "当申请人是 {person} 时，“{node}”没有其他人可以审批（途径：{route_zh}）。",
    ),
    "TOO_FEW_PEOPLE": (
        "error",
        "“{node}” needs {needed} different people; when {person} is the requester there are {count}.",
        "“{node}”需要 {needed} 位不同的审批人；当申请人是 {person} 时只有 {count} 位。",
    ),
    "UNKNOWN_FACT": (
        "error",
        "“{node}” asks for “{fact}”, which documents of this type do not have.",
        "“{node}”引用的“{fact}”不是该单据类型的事实。",
    ),
    "WRONG_KIND_OF_FACT": (
        "error",
        "“{node}” compares “{fact}” in a way that does not fit it.",
        "“{node}”对“{fact}”使用了不适用的比较方式。",
    ),
    "TOO_COMPLEX": (
        "error",
        "The flow has more paths or combinations than can be checked. Make it simpler.",
        "流程的路径或组合过多，无法检查，请简化。",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a flow: its code, the nodes to mark, the path that shows it, and its wording."""

    code: str
    severity: Severity
    node_ids: tuple[str, ...]
    path: tuple[str, ...]
    en: str
    zh: str

    def as_json(self) -> dict[str, object]:
        """This will give the form in which findings are kept."""
        return {
            "code": self.code,
            "severity": self.severity,
            "node_ids": list(self.node_ids),
            "path": list(self.path),
            "en": self.en,
            "zh": self.zh,
        }


def finding(code: str, *node_ids: str, path: tuple[str, ...] = (), **values: object) -> Finding:
    """This will word one finding."""
    severity, en, zh = TEXTS[code]
    return Finding(code, severity, node_ids, path, en.format(**values), zh.format(**values))


def has_errors(findings: list[Finding]) -> bool:
    """This will tell whether a flow with these findings must not be published."""
    return any(found.severity == "error" for found in findings)
