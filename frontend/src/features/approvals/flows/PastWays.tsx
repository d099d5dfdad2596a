import { useTranslation } from 'react-i18next';
import { FlowSimulateDocument } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Section } from '@/shared/ui/Page';
import { Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Money } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import type { Flow } from './FlowPage';
import styles from './flows.module.css';

const PAST = 20;

/** What this flow would have asked of the latest documents, beside what was asked of them. */
export function PastWays({ flow }: { flow: Flow }) {
  const { t } = useTranslation('approvals');
  const places = usePlaces();
  const { data, isPending } = useApiQuery(FlowSimulateDocument, { flowId: flow.id, past: PAST }, { subject: 'flow' });
  const past = data?.flowSimulate.past ?? [];
  const differ = past.filter((way) => way.stuckAt || way.stepsThen.length !== way.stepsNow.length);
  return (
    <Section title={t('tryOut.past')} intro={past.length > 0 ? t('tryOut.pastCount', { count: past.length, differ: differ.length }) : undefined}>
      {isPending && <Loading />}
      {data && past.length === 0 && <p className="soft">{t('tryOut.noPast')}</p>}
      {past.length > 0 && (
        <table className={styles.past}>
          <thead>
            <tr>
              <th scope="col">{t('tryOut.number')}</th>
              <th scope="col">{t('tryOut.then')}</th>
              <th scope="col">{t('tryOut.now')}</th>
            </tr>
          </thead>
          <tbody>
            {past.map((way) => (
              <tr key={way.runId}>
                <td>
                  <LinkButton type="link" size="small" style={{ padding: 0 }} to={places.run(way.runId)}>
                    {way.documentNumber}
                  </LinkButton>
                  <div>
                    <Money value={way.total} />
                  </div>
                </td>
                <td className="mono">{way.stepsThen.join(' → ') || '–'}</td>
                <td className="mono">{way.stuckAt ? <StatusTag tone="bad">{t('tryOut.stuckShort')}</StatusTag> : way.stepsNow.join(' → ') || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
