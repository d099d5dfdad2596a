"""The permission catalogue: every permission of the platform, alphabetical, and the shipped roles.

A permission is `<context>.<thing>.<action>`, the same words as its service, mutation and event.
"""

from dataclasses import dataclass

from tenants.accounts.permission import Permission
from tenants.accounts.purchasing_permissions import PURCHASING
from tenants.accounts.service_permissions import CONSOLE, SUPPORT

_G, _U, _S, _D, _O = "group", "unit", "supplier", "distributor", "operator"

CATALOGUE: dict[str, Permission] = {
    p.code: p
    for p in (
        Permission("accounts.alert.read", "See alerts", "查看预警", (_G, _U)),
        Permission("accounts.alert.see", "Look after alerts", "处理预警", (_G, _U)),
        Permission("accounts.api_key.create", "Create API keys", "创建 API 密钥", (_G, _U), True),
        Permission("accounts.api_key.read", "See API keys", "查看 API 密钥", (_G, _U)),
        Permission("accounts.api_key.revoke", "Revoke API keys", "吊销 API 密钥", (_G, _U)),
        Permission("accounts.invitation.create", "Invite people", "邀请成员", (_G, _U), True),
        Permission("accounts.invitation.read", "See invitations", "查看邀请", (_G, _U)),
        Permission("accounts.invitation.revoke", "Withdraw invitations", "撤回邀请", (_G, _U)),
        Permission("accounts.member.change_role", "Change members' roles", "变更成员角色", (_G, _U), True),
        Permission("accounts.member.read", "See members", "查看成员", (_G, _U)),
        Permission("accounts.member.remove", "Remove members", "移除成员", (_G, _U), True),
        Permission("accounts.mfa_policy.edit", "Demand a second factor", "设置第二重验证要求", (_G,), True),
        Permission("accounts.role.edit", "Edit custom roles", "编辑自定义角色", (_G,), True),
        Permission("accounts.role.read", "See roles", "查看角色", (_G, _U)),
        *SUPPORT,
        Permission("analytics.cycle.read", "See purchase cycles", "查看采购周期", (_G, _U)),
        Permission("analytics.delivery.read", "See deliveries in time", "查看交货准时率", (_G, _U)),
        Permission("analytics.spend.read", "See spend", "查看支出", (_G, _U)),
        Permission("approvals.calendar.edit", "Set working hours", "设置工作日历", (_U,)),
        Permission("approvals.calendar.read", "See working hours", "查看工作日历", (_U,)),
        Permission("approvals.cost_centre.edit", "Edit cost centres", "编辑成本中心", (_U,)),
        Permission("approvals.cost_centre.read", "See cost centres", "查看成本中心", (_U,)),
        Permission("approvals.delegation.edit", "Delegate own approvals", "委托本人审批", (_U,)),
        Permission("approvals.delegation.manage", "Delegate others' approvals", "委托他人审批", (_U,)),
        Permission("approvals.flow.edit", "Edit approval flows", "编辑审批流", (_U,)),
        Permission("approvals.flow.publish", "Publish approval flows", "发布审批流", (_U,), True),
        Permission("approvals.flow.read", "See approval flows", "查看审批流", (_U,)),
        Permission("approvals.run.read_all", "See all approvals", "查看全部审批", (_U,)),
        Permission("approvals.run.withdraw", "Withdraw own documents", "撤回本人单据", (_U,)),
        Permission("approvals.task.decide", "Decide approval tasks", "处理审批任务", (_U,)),
        Permission("approvals.task.read", "See approval tasks", "查看审批任务", (_U,)),
        Permission(
            "billing.subscription.edit", "Change plan, seats and payment", "变更方案、席位与付款", (_G,)
        ),
        Permission(
            "billing.subscription.read", "See plan, usage and invoices", "查看方案、用量与发票", (_G,)
        ),
        Permission("departure.group.close", "Close the account", "关闭账户", (_G,), True),
        Permission("departure.group.keep", "Take a closing back", "撤销关闭账户", (_G,), True),
        Permission(
            "departure.group_export.download", "Download exports of the group", "下载集团导出", (_G,), True
        ),
        Permission("departure.group_export.read", "See exports and closing", "查看导出与关闭状态", (_G,)),
        Permission("departure.group_export.request", "Export the whole group", "导出整个集团", (_G,), True),
        Permission("directory.group.edit", "Edit the group", "编辑集团", (_G,), True),
        Permission("directory.group.read", "See the group", "查看集团", (_G,)),
        Permission("directory.module.disable", "Switch modules off", "关闭模块", (_G,), True),
        Permission("directory.module.enable", "Switch modules on", "启用模块", (_G,), True),
        Permission("directory.module.read", "See modules", "查看模块", (_G, _U)),
        Permission("directory.unit.close", "Close units", "关闭业务单元", (_G,), True),
        Permission("directory.unit.create", "Create units", "创建业务单元", (_G,), True),
        Permission("directory.unit.edit", "Edit units", "编辑业务单元", (_G,)),
        Permission("directory.unit.export", "Export units", "导出业务单元", (_G,), True),
        Permission("directory.unit.purge", "Delete closed units", "删除已关闭业务单元", (_G,), True),
        Permission("directory.unit.read", "See units", "查看业务单元", (_G, _U)),
        Permission("directory.unit.resume", "Resume units", "恢复业务单元", (_G,), True),
        Permission("directory.unit.suspend", "Suspend units", "暂停业务单元", (_G,), True),
        Permission(
            "masterdata.application.decide", "Decide suppliers' applications", "审批供应商入驻申请", (_G,)
        ),
        Permission("masterdata.application.read", "See suppliers' applications", "查看供应商入驻申请", (_G,)),
        Permission("masterdata.category.edit", "Edit categories", "编辑品类", (_G,)),
        Permission("masterdata.category.read", "See categories", "查看品类", (_G, _U)),
        Permission("masterdata.certificate.decide", "Verify certificates", "核验供应商证书", (_G,)),
        Permission("masterdata.certificate.read", "See certificates", "查看供应商证书", (_G, _U, _S)),
        Permission("masterdata.certificate.submit", "Hand in certificates", "提交供应商证书", (_G, _U, _S)),
        Permission("masterdata.fx_rate.edit", "Enter exchange rates", "维护汇率", (_G,)),
        Permission("masterdata.fx_rate.read", "See exchange rates", "查看汇率", (_G, _U)),
        Permission(
            "masterdata.group_score.close", "Close the group's score periods", "关闭集团评分周期", (_G,)
        ),
        Permission("masterdata.group_score.read", "See the group's scores", "查看集团供应商评分", (_G, _U)),
        Permission("masterdata.item.edit", "Edit items", "编辑物料", (_G,)),
        Permission("masterdata.item.merge", "Merge items", "合并物料", (_G,)),
        Permission("masterdata.item.read", "See items", "查看物料", (_G, _U)),
        Permission("masterdata.provider_check.enter", "Enter checks by hand", "手工录入核验结果", (_G,)),
        Permission(
            "masterdata.provider_check.read", "See checks of third parties", "查看第三方核验", (_G, _U)
        ),
        Permission("masterdata.provider_check.request", "Have suppliers checked", "发起第三方核验", (_G,)),
        Permission("masterdata.qualification.decide", "Qualify suppliers", "认定供应商资质", (_G,)),
        Permission("masterdata.qualification.read", "See qualifications", "查看供应商资质", (_G, _U, _S)),
        Permission("masterdata.registration.invite", "Invite suppliers", "邀请供应商入驻", (_G, _U)),
        Permission("masterdata.registration.read", "See registration links", "查看入驻链接", (_G,)),
        Permission("masterdata.sample_data.load", "Load sample data", "载入示例数据", (_G,)),
        Permission("masterdata.sanction.confirm", "Confirm emergency sanctions", "确认紧急制裁", (_G,), True),
        Permission("masterdata.sanction.impose", "Blacklist suppliers", "将供应商列入黑名单", (_G,), True),
        Permission("masterdata.sanction.lift", "Lift sanctions", "解除制裁", (_G,), True),
        Permission("masterdata.sanction.propose", "Propose emergency sanctions", "提议紧急制裁", (_G,), True),
        Permission("masterdata.sanction.read", "See sanctions", "查看黑名单", (_G, _U)),
        Permission(
            "masterdata.score_model.publish", "Set the group's score model", "设置集团评分模型", (_G,)
        ),
        Permission(
            "masterdata.score_model.read", "See the group's score model", "查看集团评分模型", (_G, _U)
        ),
        Permission("masterdata.screening.decide", "Decide screening hits", "处理名单筛查结果", (_G,)),
        Permission("masterdata.screening.read", "See screening hits", "查看名单筛查结果", (_G,)),
        Permission("masterdata.screening.start", "Screen the register", "执行名单筛查", (_G,)),
        Permission("masterdata.supplier.archive", "Archive and restore suppliers", "归档与恢复供应商", (_G,)),
        Permission("masterdata.supplier.create", "Add suppliers to the register", "新增供应商", (_G,)),
        Permission("masterdata.supplier.edit", "Edit the supplier register", "编辑供应商库", (_G,)),
        Permission("masterdata.supplier.export", "Export the supplier register", "导出供应商库", (_G,)),
        Permission("masterdata.supplier.import", "Import suppliers", "导入供应商", (_G,)),
        Permission("masterdata.supplier.join", "Join records of one supplier", "合并同一供应商的记录", (_G,)),
        Permission("masterdata.supplier.read", "See the supplier register", "查看供应商库", (_G, _U)),
        Permission(
            "masterdata.supplier_alert.read", "See alerts about suppliers", "查看供应商预警", (_G, _U)
        ),
        Permission("masterdata.supplier_alert.see", "Put alerts away", "处理供应商预警", (_G,)),
        Permission(
            "masterdata.supplier_policy.edit", "Set what suppliers must show", "设置供应商准入要求", (_G,)
        ),
        Permission(
            "masterdata.supplier_policy.read", "See what suppliers must show", "查看供应商准入要求", (_G, _U)
        ),
        Permission("masterdata.uom.read", "See units of measure", "查看计量单位", (_G, _U)),
        *CONSOLE,
        Permission("privacy.legal_hold.impose", "Impose legal holds", "设置法律保全", (_G,)),
        Permission("privacy.legal_hold.lift", "Lift legal holds", "解除法律保全", (_G,), True),
        Permission("privacy.legal_hold.read", "See legal holds", "查看法律保全", (_G,)),
        Permission(
            "privacy.person_request.decide", "Answer requests about data", "处理个人数据请求", (_G,), True
        ),
        Permission("privacy.person_request.read", "See requests about data", "查看个人数据请求", (_G,)),
        Permission("privacy.retention.extend", "Keep records longer", "延长保留期限", (_G,)),
        Permission("privacy.retention.read", "See retention rules", "查看保留规则", (_G,)),
        Permission(
            "privacy.transfer.approve", "Approve transfers of personal data", "批准个人数据传输", (_G,), True
        ),
        Permission("privacy.transfer.end", "End transfers of personal data", "终止个人数据传输", (_G,)),
        Permission("privacy.transfer.read", "See transfers of personal data", "查看个人数据传输", (_G,)),
        *PURCHASING,
        Permission("runtime.audit.read", "See the audit trail", "查看审计记录", (_G, _U)),
        Permission("suppliers.assessment.enter", "Give suppliers marks", "录入供应商人工评分", (_U,)),
        Permission("suppliers.assessment.read", "See marks of suppliers", "查看供应商人工评分", (_U,)),
        Permission("suppliers.model.publish", "Set the unit's score model", "设置本单元评分模型", (_U,)),
        Permission("suppliers.model.read", "See the unit's score model", "查看本单元评分模型", (_U,)),
        Permission("suppliers.period.close", "Close score periods", "关闭评分周期", (_U,)),
        Permission("suppliers.period.read", "See score periods", "查看评分周期", (_U, _S)),
        Permission(
            "suppliers.relation.decide", "Approve suppliers for the unit", "决定本单元是否启用供应商", (_U,)
        ),
        Permission(
            "suppliers.relation.read", "See the unit's decisions on suppliers", "查看本单元供应商决定", (_U,)
        ),
        Permission("suppliers.score.read", "See scores of suppliers", "查看供应商评分", (_U, _S)),
        Permission("suppliers.setting.edit", "Set who may be ordered from", "设置供应商使用规则", (_U,)),
        Permission("suppliers.setting.read", "See who may be ordered from", "查看供应商使用规则", (_U,)),
        Permission("suppliers.terms.edit", "Set terms per tier", "设置分级合作条款", (_U,)),
        Permission("suppliers.terms.read", "See terms per tier", "查看分级合作条款", (_U,)),
        Permission("webhooks.webhook.create", "Add webhooks", "新增 Webhook", (_G, _U), True),
        Permission("webhooks.webhook.delete", "Delete webhooks", "删除 Webhook", (_G, _U), True),
        Permission("webhooks.webhook.edit", "Edit webhooks", "编辑 Webhook", (_G, _U), True),
        Permission("webhooks.webhook.read", "See webhooks", "查看 Webhook", (_G, _U)),
        Permission(
            "webhooks.webhook.rotate", "Change secrets of webhooks", "更换 Webhook 密钥", (_G, _U), True
        ),
        Permission("webhooks.webhook.test", "Try webhooks", "测试 Webhook", (_G, _U)),
        Permission(
            "webhooks.webhook_delivery.replay", "Send deliveries again", "重新投递 Webhook 事件", (_G, _U)
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Role:
    """A shipped role: its kind of context and its permissions."""

    code: str
    kind: str
    en: str
    zh: str
    permissions: frozenset[str]
    privileged: bool = False


def _of(kind: str, *endings: str) -> frozenset[str]:
    """The permissions of a kind whose code is, or ends with, one of the given texts."""
    return frozenset(
        code for code, p in CATALOGUE.items() if kind in p.kinds and any(code.endswith(e) for e in endings)
    )


_READ_UNIT = _of(_U, ".read") - {
    "accounts.api_key.read",
    "procurement.bank_account.read",
    "procurement.price.read",
    "runtime.audit.read",
    "webhooks.webhook.read",
}
_REQUESTER = frozenset(
    {
        "approvals.cost_centre.read",
        "approvals.run.withdraw",
        "approvals.task.read",
        "masterdata.category.read",
        "masterdata.item.read",
        "masterdata.supplier.read",
        "masterdata.uom.read",
        "procurement.attachment.add",
        "procurement.attachment.read",
        "procurement.attachment.remove",
        "procurement.requisition_template.save",
        *(
            f"procurement.requisition.{a}"
            for a in ("create", "edit", "submit", "withdraw", "copy", "cancel", "read")
        ),
    }
)

ROLES: dict[str, Role] = {
    r.code: r
    for r in (
        Role("hq_admin", _G, "HQ administrator", "集团管理员", _of(_G, ""), True),
        Role("hq_auditor", _G, "HQ auditor", "集团审计员", _of(_G, ".read")),
        Role(
            "hq_finance",
            _G,
            "HQ finance",
            "集团财务",
            frozenset({"billing.subscription.edit", "billing.subscription.read", "directory.group.read"}),
        ),
        Role("unit_admin", _U, "Unit administrator", "单元管理员", _of(_U, ""), True),
        Role("requester", _U, "Requester", "申请人", _REQUESTER),
        Role(
            "buyer",
            _U,
            "Buyer",
            "采购员",
            _READ_UNIT
            | _REQUESTER
            | frozenset(
                c
                for c in CATALOGUE
                if c.startswith(
                    (
                        "procurement.item_terms.",
                        "procurement.mrp_delivery.",
                        "procurement.mrp_demand.",
                        "procurement.mrp_source.",
                        "procurement.order.",
                        "procurement.order_change.",
                        "procurement.order_confirmation.",
                        "procurement.order_message.",
                        "procurement.requisition.",
                        "procurement.ship_notice.",
                    )
                )
            )
            | {
                "accounts.alert.see",
                "procurement.price.read",
                "approvals.delegation.edit",
                "procurement.invoice.match",
                "procurement.invoice.resolve",
                "procurement.return.waive",
                "masterdata.certificate.submit",
                "masterdata.registration.invite",
                "suppliers.assessment.enter",
                "suppliers.relation.decide",
            },
        ),
        Role(
            "approver",
            _U,
            "Approver",
            "审批人",
            _READ_UNIT
            | {
                "accounts.alert.see",
                "approvals.run.read_all",
                "approvals.task.decide",
                "approvals.delegation.edit",
                "procurement.order.print",
                "procurement.price.read",
                "procurement.requisition.read_all",
            },
        ),
        Role(
            "receiver",
            _U,
            "Receiver",
            "收货员",
            (_READ_UNIT - {"accounts.member.read"})
            | frozenset(c for c in CATALOGUE if c.startswith("procurement.receipt."))
            | {
                "accounts.alert.see",
                "procurement.attachment.add",
                "procurement.attachment.remove",
                "procurement.return.create",
                "procurement.ship_notice.arrive",
            },
        ),
        Role(
            "finance",
            _U,
            "Finance",
            "财务",
            _READ_UNIT
            | {
                *(
                    code
                    for code in CATALOGUE
                    if code.startswith(
                        ("procurement.invoice.", "procurement.payment.", "procurement.bank_account.")
                    )
                    and not CATALOGUE[code].privileged
                ),
                "accounts.alert.see",
                "procurement.order.print",
                "procurement.price.read",
                "procurement.requisition.read_all",
                "procurement.return.waive",
                "approvals.run.read_all",
                "approvals.task.decide",
                "approvals.delegation.edit",
                "runtime.audit.read",
            },
        ),
        Role("operator_admin", _O, "Operator", "运营管理员", _of(_O, ""), True),
        Role(
            "operator_success",
            _O,
            "Customer success",
            "客户成功经理",
            _of(_O, ".read") | {"operations.care.assign", "operations.success_task.close"},
        ),
        Role("operator_reader", _O, "Operator, reading", "运营查看", _of(_O, ".read")),
        Role("supplier_contact", _S, "Supplier contact", "供应商联系人", _of(_S, "")),
        Role("distributor_contact", _D, "Distributor contact", "经销商联系人", _of(_D, "")),
    )
}


OPERATOR_ROLES: tuple[str, ...] = tuple(role.code for role in ROLES.values() if role.kind == "operator")
"""The roles at the operator's console."""


def permissions_of(role: str) -> frozenset[str]:
    """This will give the permissions of a shipped role; none for an unknown one."""
    shipped = ROLES.get(role)
    return shipped.permissions if shipped else frozenset()
