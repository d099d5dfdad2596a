import { Collapse } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScorecardQuery } from '@/gql/unit/graphql';
import { useWorkContext } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { Day, Quantity } from '@/shared/ui/Values';
import { usePlaces } from './places';
import type { Dimension } from './words';
import styles from './suppliers.module.css';

type Measure = ScorecardQuery['supplierMeasures']['nodes'][number];

/** The documents behind each measured dimension, with the numbers they had. */
export function Sources({ measures }: { measures: readonly Measure[] }) {
  const { t } = useTranslation('suppliers');
  if (measures.length === 0) return null;
  return (
    <Section title={t('score.sources')}>
      <Collapse
        items={measures.map((measure) => ({
          key: measure.id,
          label: (
            <>
              {t(`dimension.${measure.dimension as Dimension}`)} · <Quantity value={measure.value} decimals={2} /> · {t('source.count', { count: measure.sourceCount })}
            </>
          ),
          children: <Documents measure={measure} />,
        }))}
      />
    </Section>
  );
}

function Documents({ measure }: { measure: Measure }) {
  const { t } = useTranslation('suppliers');
  const places = usePlaces();
  const own = useWorkContext().kind === 'SUPPLIER';
  return (
    <div className={styles.scroll}>
      <table className={styles.sources}>
        <thead>
          <tr>
            <th>{t('source.document')}</th>
            <th>{t('source.day')}</th>
            <th>{t('source.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {measure.sources?.map((source, index) => (
            <tr key={index}>
              <td>{source.docType === 'order' ? <Link to={places.order(source.docId)}>{source.docNumber}</Link> : own ? source.docNumber : <Link to={places.receipt(source.docId)}>{source.docNumber}</Link>}</td>
              <td>
                <Day value={source.day} />
              </td>
              <td>
                <Quantity value={source.part} /> / <Quantity value={source.whole} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
