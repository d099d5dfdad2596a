"""How long the register's records of people are kept."""

from datetime import datetime

from django.db.models import Q

from tenants.runtime.keeping import RetentionRule, declare, keep


def _with_address(at: datetime) -> Q:
    return ~Q(email="")


def _refused(at: datetime) -> Q:
    return Q(status="rejected") & ~Q(email="")


declare(RetentionRule(
    code="masterdata.registration_link", en="Addresses in expired invitations of suppliers",
    zh="已过期供应商邀请中的邮箱", table="masterdata.RegistrationLink",
    ground_en="Shows who was invited; of no use a year after the link expired.",
    ground_zh="用于说明邀请对象；链接过期一年后不再需要。",
    days=365, since="expires_at", since_en="expiry", since_zh="到期", place="group", where=_with_address,
    blank={"email": ""}, customers=True, longest=1_095, group="group_id", unit="unit_id",
))  # fmt: skip
declare(RetentionRule(
    code="masterdata.supplier_application", en="Contacts in refused applications of suppliers",
    zh="被拒供应商申请中的联系人", table="masterdata.SupplierApplication",
    ground_en="Claims about the refusal end after three years; the decision stays without contacts.",
    ground_zh="与拒绝有关的诉讼时效为三年；此后决定保留但不含联系人。",
    days=1_095, since="decided_at", since_en="the decision", since_zh="决定", place="group", where=_refused,
    blank={"email": "", "profile": {}}, customers=True, longest=3_650, group="group_id", unit="unit_id",
    person="person_gid",
))  # fmt: skip
declare(RetentionRule(
    code="masterdata.import_row", en="Rows of imported supplier lists", zh="供应商导入清单的明细行",
    table="masterdata.ImportRow",
    ground_en="To explain what an import changed; the register and the audit trail keep the result.",
    ground_zh="用于说明导入所作的更改；结果由供应商库与审计记录保留。",
    days=365, since="job__changed_at", since_en="the import", since_zh="导入", place="group", customers=True,
    longest=1_095, group="group_id",
))  # fmt: skip
keep(
    ("masterdata.SupplierOrg", "masterdata.Certificate", "masterdata.SupplierQualification",
     "masterdata.SupplierAlert", "masterdata.ProviderCheck", "masterdata.ItemMerge", "masterdata.ImportJob",
     "masterdata.ScoreModel"),
    en="Business contacts and decisions of the supplier register: kept while the group trades with the supplier.",
    zh="供应商库的业务联系人与决定：在集团与供应商往来期间保留。",
)  # fmt: skip
keep(
    ("masterdata.SanctionCase", "masterdata.Sanction", "masterdata.ScreeningRun", "masterdata.ScreeningHit"),
    en="Proof that sanctions were checked and obeyed; ends with the group.",
    zh="已核查并遵守制裁规定的证明；随集团终止。",
)
keep(
    ("masterdata.WatchlistEntry",),
    en="Published lists of authorities: each list replaces the one before.",
    zh="主管机关公布的名单：新名单替换旧名单。",
)
