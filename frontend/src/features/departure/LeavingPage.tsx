import { useTranslation } from 'react-i18next';
import { LeavingDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { RequirePermission } from '@/shared/session/ViewerContext';
import { Page } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { CloseSection } from './CloseSection';
import { ExportSection } from './ExportSection';

const OPEN = ['waiting', 'running'];

/** The way out: everything the group has as one archive, and the end of its account. */
export function LeavingPage() {
  return (
    <RequirePermission code="departure.group_export.read">
      <Leaving />
    </RequirePermission>
  );
}

function Leaving() {
  const { t } = useTranslation('departure');
  const { data, error, isPending, refetch } = useApiQuery(LeavingDocument, {}, {
    subject: 'groupExport',
    refetchInterval: (last) => (last?.groupExports.nodes.some(({ status }) => OPEN.includes(status ?? '')) ? 1500 : false),
  });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('leaving.title')} intro={t('leaving.intro')} width="reading">
      <ExportSection exports={data.groupExports.nodes} />
      <CloseSection closure={data.groupClosures.nodes[0]} />
    </Page>
  );
}
