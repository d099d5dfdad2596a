"""What the directory keeps of people."""

from tenants.runtime.keeping import keep

keep(
    ("directory.ModuleSwitch",),
    en="A setting of the group: the id of who chose it stays until it is chosen anew.",
    zh="集团设置：选择人标识保留至下次变更。",
)
