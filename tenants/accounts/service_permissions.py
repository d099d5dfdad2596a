"""Permissions around running the service: the operator's console, acting for a customer, what customers see of it."""

from tenants.accounts.permission import Permission

_G, _U, _O = "group", "unit", "operator"

SUPPORT: tuple[Permission, ...] = (
    Permission("accounts.support.end", "End acting as a customer", "结束代客户操作", (_O,), True),
    Permission("accounts.support.grant", "Let support act as a member", "授权支持人员代为操作", (_G,), True),
    Permission("accounts.support.read", "See acts of support", "查看支持人员操作", (_G, _O)),
    Permission("accounts.support.revoke", "Take consent from support", "撤销支持授权", (_G,), True),
    Permission("accounts.support.start", "Act as a customer", "代客户操作", (_O,), True),
)

CONSOLE: tuple[Permission, ...] = (
    Permission("operations.announcement.publish", "Announce to customers", "发布公告", (_O,), True),
    Permission("operations.announcement.withdraw", "Withdraw announcements", "撤回公告", (_O,), True),
    Permission("operations.care.assign", "Assign customer success", "分配客户成功经理", (_O,)),
    Permission("operations.console.read", "See the operator's console", "查看运营控制台", (_O,)),
    Permission("operations.feature.switch", "Hold back and lend modules", "停用与借用模块", (_O,), True),
    Permission("operations.incident.report", "Report incidents", "发布故障", (_O,), True),
    Permission("operations.incident.update", "Update incidents", "更新故障", (_O,), True),
    Permission("operations.maintenance.announce", "Announce maintenance", "公告维护窗口", (_O,), True),
    Permission("operations.maintenance.withdraw", "Withdraw maintenance", "撤回维护窗口", (_O,), True),
    Permission("operations.provisioning.retry", "Retry provisioning", "重试开通", (_O,), True),
    Permission("operations.service.read", "See availability and milestones", "查看可用性与里程碑", (_G, _U)),
    Permission("operations.success_task.close", "Close customer success tasks", "关闭客户成功任务", (_O,)),
    Permission("operations.usage.read", "See which modules are used", "查看模块使用情况", (_G,)),
)
