import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrderStandingDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { useCan } from '@/shared/session/ViewerContext';

type Code = 'DECLINED' | 'NOT_QUALIFIED' | 'CHECK_FAILED' | 'CHECK_EXPIRED' | 'CHECK_MISSING';

/** What speaks against ordering from a supplier in some categories; a warning, or a refusal by the unit's rule. */
export function SupplierNote({ supplierId, categoryIds = [] }: { supplierId: string | undefined; categoryIds?: readonly string[] }) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const asked = Boolean(supplierId) && can('suppliers.relation.read') && can('suppliers.setting.read');
  const { data } = useApiQuery(OrderStandingDocument, { supplier: supplierId ?? '', categories: [...new Set(categoryIds)] }, { subject: 'relation', enabled: asked });
  const rule = data?.supplierRule.unqualified;
  if (!asked || !data || rule === 'allow' || data.supplierStanding.reasons.length === 0) return null;
  const codes = [...new Set(data.supplierStanding.reasons.map((reason) => reason.code as Code))];
  return (
    <Alert
      showIcon
      type={rule === 'refuse' ? 'error' : 'warning'}
      title={t(rule === 'refuse' ? 'standing.refused' : 'standing.warned')}
      description={codes.map((code) => t(`standing.${code}`)).join(' ')}
      style={{ marginBottom: 16 }}
    />
  );
}
