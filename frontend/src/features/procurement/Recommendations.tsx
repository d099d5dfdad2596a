import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequisitionRecommendationsDocument, type RequisitionRecommendationsQuery } from '@/gql/unit/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Amount } from '@/shared/ui/Amount';
import { Section } from '@/shared/ui/Page';
import { Day, Money, Nothing } from '@/shared/ui/Values';
import { EMPTY_LINE, type LineValues } from './LineEditor';
import styles from './recommendations.module.css';

type Line = RequisitionRecommendationsQuery['requisitionRecommendations']['lines'][number];

const SHOWN = 10;
const ASKED = 30;

/** A line that nobody has written anything into yet. */
const isBlank = (line: LineValues | undefined): boolean => !line?.itemId && !line?.description?.trim();

/** What the requester is likely to need, from the unit's history; one click takes a line over. */
export function Recommendations({ costCentre, currency }: { costCentre: string; currency: string }) {
  const { t } = useTranslation('procurement');
  const form = Form.useFormInstance();
  const [all, setAll] = useState(false);
  const lines = (Form.useWatch('lines', form) ?? []) as (LineValues | undefined)[];
  const { data } = useApiQuery(RequisitionRecommendationsDocument, { costCentre, first: ASKED }, { subject: 'requisition', keepPrevious: true });
  if (!data || data.requisitionRecommendations.lines.length + data.requisitionRecommendations.leftOut.length === 0) return null;
  const taken = new Set(lines.map((line) => line?.itemId));
  const open = data.requisitionRecommendations.lines.filter((line) => !taken.has(line.itemId));
  const shown = all ? open : open.slice(0, SHOWN);
  const take = (chosen: readonly Line[]) => form.setFieldValue('lines', [...lines.filter((line) => !isBlank(line)), ...chosen.map((line) => asLine(line, currency))]);
  return (
    <Section
      title={t('recommended.title')}
      intro={t('recommended.intro')}
      actions={
        shown.length > 1 && (
          <Button size="small" onClick={() => take(shown)}>
            {t('recommended.takeAll', { count: shown.length })}
          </Button>
        )
      }
    >
      {shown.length === 0 && <p className="soft">{t('recommended.allTaken')}</p>}
      <ul className={styles.list}>
        {shown.map((line) => (
          <li key={line.itemId}>
            <div className={styles.what}>
              <strong>{line.name}</strong>
              <span className="soft">
                {line.sku} · {line.ownTimes > 0 ? t('recommended.own', { count: line.ownTimes }) : t('recommended.unit', { count: line.times })} · <Day value={line.lastDate} />
              </span>
            </div>
            <Amount value={line.quantity} uom={line.unit} />
            <span className={styles.price}>{line.lastPrice ? <Money value={line.lastPrice} /> : <Nothing />}</span>
            <span className={styles.supplier}>{line.supplierName || <Nothing />}</span>
            <Button size="small" aria-label={t('recommended.takeOne', { name: line.name })} onClick={() => take([line])}>
              {t('recommended.take')}
            </Button>
          </li>
        ))}
      </ul>
      {open.length > SHOWN && !all && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('recommended.more', { count: open.length - SHOWN })}
        </Button>
      )}
      {data.requisitionRecommendations.leftOut.length > 0 && (
        <p className={styles.leftOut}>
          {t('recommended.leftOut')} {data.requisitionRecommendations.leftOut.map(({ name, reason }) => `${name} (${t(`recommended.reason.${reason as 'item_archived' | 'supplier_sanctioned'}`)})`).join(', ')}
        </p>
      )}
    </Section>
  );
}

/** A price in another currency is no estimate in this one. */
const asLine = (line: Line, currency: string): LineValues => ({
  ...EMPTY_LINE,
  itemId: line.itemId,
  description: line.name,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: line.lastPrice?.currency === currency ? line.lastPrice.amount : '0',
  supplierOrgId: line.supplierId ?? undefined,
});
