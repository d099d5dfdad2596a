"""What is kept of a group that left."""

from tenants.runtime.keeping import keep

keep(
    ("departure.Closure",),
    en="The signed proof of deletion; it names no person once the group is deleted.",
    zh="已签名的删除证明；集团删除后不再含任何个人信息。",
)
