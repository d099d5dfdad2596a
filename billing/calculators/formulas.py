"""The formulas as they are shown beside the figures, in both languages. Whoever reads them can reckon again."""

FORMULAS: tuple[tuple[str, str], ...] = (
    (
        "Licence of a year = 12 × (plan + seats × price of a seat) + commission; commission of a month = the lower of "
        "spend of a year ÷ 12 × rate, and the plan's cap",
        "年许可费 = 12 ×(方案价 + 席位数 × 席位单价)+ 佣金；月佣金 = 年采购额 ÷ 12 × 费率，且不超过方案上限",
    ),
    (
        "Licence and operation of year n = first year × (1 + growth) ^ (n − 1), paid evenly by the month",
        "第 n 年的许可费与运维费 = 首年金额 ×(1 + 年增长率)^(n − 1)，按月均摊",
    ),
    (
        "Implementation is paid evenly over its months, from the first month on",
        "实施费自第一个月起，在实施月数内均摊",
    ),
    (
        "Total of a year = licence + implementation + operation; nothing else is counted",
        "年度总成本 = 许可费 + 实施费 + 运维费；不含其他隐藏项",
    ),
    (
        "Present value = Σ amount of year n ÷ (1 + rate) ^ n",
        "净现值 = Σ 第 n 年金额 ÷(1 + 折现率)^ n",
    ),
    (
        "Difference = self-build − subscription; break-even = the first month from whose end on the cheaper way has "
        "never cost more in sum",
        "差额 = 自建 − 订阅；盈亏平衡月 = 自该月末起，较便宜方案的累计成本不再高于另一方案的首个月份",
    ),
    (
        "Benefit of year n = (spend × saving % + people × cost of a person × efficiency %) × share reached in year n",
        "第 n 年收益 =(年采购额 × 降本比例 + 人数 × 人均年成本 × 人效提升比例)× 第 n 年达成比例",
    ),
    (
        "Return = (benefit − cost) ÷ cost; payback = the first month from whose end on as much came in as was paid",
        "投资回报率 =(收益 − 成本)÷ 成本；回收期 = 自该月末起累计收益不低于累计成本的首个月份",
    ),
    (
        "Simulation: each driver is drawn from a triangular distribution (low, expected, high); P10, P50 and P90 are "
        "nearest ranks; drivers are ranked by Spearman's correlation with the result",
        "模拟：各驱动因素按三角分布（下限、预期、上限）抽样；P10、P50、P90 取最近秩；"
        "驱动因素按与结果的斯皮尔曼相关系数排序",
    ),
)


def formulas(locale: str) -> list[str]:
    """This will give the formulas in a language."""
    chinese = locale.lower().startswith("zh")
    return [zh if chinese else en for en, zh in FORMULAS]
