"""Refusals that several of billing's services share."""

from tenants.kernel.errors import DomainError


class OperationRunning(DomainError):
    """Something asked of the payment provider has not been answered yet."""

    code = "OPERATION_RUNNING"
    en = "Another change of the subscription is being made. Wait a moment and try again."
    zh = "订阅的另一项变更正在处理，请稍后重试。"


class AlreadySubscribed(DomainError):
    """The group pays already; a subscription is changed, not bought again."""

    code = "ALREADY_SUBSCRIBED"
    en = "The group has a subscription already. Change its plan or seats instead."
    zh = "本集团已有订阅，请改为变更方案或席位。"


class GroupCloses(DomainError):
    """Nothing is bought or prolonged for a group that is about to be deleted."""

    code = "GROUP_CLOSES"
    en = "The account is being closed. Keep the account first, under Leaving."
    zh = "账户正在关闭中。请先在“离开”页面保留账户。"


class NotSubscribed(DomainError):
    """There is nothing to change yet."""

    code = "NOT_SUBSCRIBED"
    en = "The group has no paid subscription yet. Choose a plan first."
    zh = "本集团尚无付费订阅，请先选择方案。"


class PlanTooSmall(DomainError):
    """The group uses more than the plan allows."""

    code = "PLAN_TOO_SMALL"
    en = "The group uses {used} {what_en}, the plan allows {limit}. Release {over} first, or choose a larger plan."
    zh = "当前使用 {used} 个{what_zh}，该方案最多 {limit} 个。请先释放 {over} 个，或选择更大的方案。"


class SeatsBelowUse(DomainError):
    """More people work in the group than seats are wanted."""

    code = "SEATS_BELOW_USE"
    en = "{used} people work in the group. Choose at least {used} seats, or remove members first."
    zh = "集团内有 {used} 名成员。席位不得少于 {used}，或先移除成员。"


class CurrencyNotSold(DomainError):
    """The plan has no price in this currency or interval."""

    code = "CURRENCY_NOT_SOLD"
    en = "The plan is not sold in {currency} by the {interval}. Choose CNY, EUR or USD."
    zh = "该方案不以 {currency}({interval})出售，请选择 CNY、EUR 或 USD。"


class PreviewStale(DomainError):
    """The price that was shown no longer holds."""

    code = "PREVIEW_STALE"
    en = "The price that was shown no longer holds. Look at the preview again."
    zh = "所示价格已失效，请重新查看预览。"


class NothingChanges(DomainError):
    """What is asked for is what there is."""

    code = "NOTHING_CHANGES"
    en = "The subscription is already like this."
    zh = "订阅已是此状态，无需变更。"


class StorageBeyond(DomainError):
    """A warning: the files take more than the plan allows."""

    code = "STORAGE_BEYOND"
    en = "The group's files take {used} GB, the plan allows {limit} GB. They stay; no more can be uploaded."
    zh = "集团文件已占用 {used} GB，该方案上限为 {limit} GB。已有文件保留且可读，但无法再上传。"


class ApiCallsBeyond(DomainError):
    """A warning: this month's API calls are more than the plan allows."""

    code = "API_CALLS_BEYOND"
    en = "API keys made {used} calls this month, the plan allows {limit}. They are refused until the month ends."
    zh = "本月 API 调用已达 {used} 次，该方案上限为 {limit} 次。本月内后续调用将被拒绝。"


class TaxIdInvalid(DomainError):
    """The number does not look like one of its kind."""

    code = "TAX_ID_INVALID"
    en = "This does not look like a tax number of this kind. An example: {example}."
    zh = "税号格式与所选类型不符。示例：{example}。"
