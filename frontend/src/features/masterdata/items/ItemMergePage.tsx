import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ItemMergeConfirmDocument, ItemMergeDetailDocument, type ItemMergeDetailQuery } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { useCan } from '@/shared/session/ViewerContext';
import { Facts, Page, Section } from '@/shared/ui/Page';
import { Failure, Loading, NotFound } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Count, DateTime } from '@/shared/ui/Values';
import { usePlaces } from '../places';
import styles from './items.module.css';

type Merge = NonNullable<ItemMergeDetailQuery['itemMerge']>;
type Stage = 'counting' | 'counted' | 'moving' | 'done';

const TONES = { counting: 'accent', counted: 'warn', moving: 'accent', done: 'good' } as const;
const LOOK_AGAIN = 1500; // milliseconds; units work in the background

function stageOf({ status, units, shares }: Merge): Stage {
  if (status === 'counting') return shares.length < units ? 'counting' : 'counted';
  return shares.some((share) => !share.movedAt) ? 'moving' : 'done';
}

/** One merge of two items: what each unit counts, the decision, and what each unit re-pointed. */
export function ItemMergePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('masterdata');
  const places = usePlaces();
  const { data, error, isPending, refetch } = useApiQuery(
    ItemMergeDetailDocument,
    { id },
    { subject: 'itemMerge', refetchInterval: (known) => (known?.itemMerge && ['counting', 'moving'].includes(stageOf(known.itemMerge)) ? LOOK_AGAIN : false) },
  );
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const merge = data.itemMerge;
  if (!merge) return <NotFound />;
  const stage = stageOf(merge);
  const counted = merge.shares.length;
  const through = merge.shares.filter((share) => share.movedAt).length;
  return (
    <Page
      title={`${merge.fromSku} → ${merge.intoSku}`}
      aside={<StatusTag tone={TONES[stage]}>{t(`mergeStage.${stage}`)}</StatusTag>}
      intro={t(`mergeStageHint.${stage}`, { done: stage === 'moving' ? through : counted, units: merge.units })}
      crumbs={[{ title: t('item.many'), to: places.items }]}
      actions={stage === 'counted' && <Confirm merge={merge} />}
    >
      <Section title={t('merge.what')}>
        <Facts
          items={[
            { term: t('merge.goes'), value: <Link to={places.item(merge.fromItemId)}>{merge.fromItem?.name ?? merge.fromSku}</Link> },
            { term: t('merge.stays'), value: <Link to={places.item(merge.intoItemId)}>{merge.intoItem?.name ?? merge.intoSku}</Link> },
            { term: t('merge.asked'), value: <>{merge.askedByName} · <DateTime value={merge.askedAt} /></> },
            ...(merge.confirmedAt ? [{ term: t('merge.confirmed'), value: <>{merge.confirmedByName} · <DateTime value={merge.confirmedAt} /></> }, { term: t('field.reason'), value: merge.reason }] : []),
          ]}
        />
      </Section>
      <Section title={t('merge.counts')} intro={t('merge.countsHint')}>
        <Counts merge={merge} />
      </Section>
    </Page>
  );
}

function Confirm({ merge }: { merge: Merge }) {
  const { t } = useTranslation('masterdata');
  const can = useCan();
  const [asking, setAsking] = useState(false);
  const confirm = useApiMutation(ItemMergeConfirmDocument, { payload: (result) => result.itemMergeConfirm, touches: ['itemMerge', 'item'] });
  if (!can('masterdata.item.merge')) return null;
  return (
    <>
      <Button type="primary" danger onClick={() => setAsking(true)}>
        {t('merge.confirm')}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('merge.confirmTitle', { from: merge.fromSku, into: merge.intoSku })}
        submitLabel={t('merge.confirm')}
        send={(reason) => confirm.mutateAsync({ input: { itemMergeId: merge.id, version: merge.version, reason } })}
        onDone={() => setAsking(false)}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

const COLUMNS = ['before', 'moved', 'folded', 'remaining', 'targetBefore', 'targetAfter'] as const;

function Counts({ merge }: { merge: Merge }) {
  const { t } = useTranslation('masterdata');
  const sum = (key: (typeof COLUMNS)[number]) => merge.shares.reduce((total, share) => total + share[key], 0);
  return (
    <div className={styles.scroll}>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">{t('merge.unit')}</th>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {t(`mergeCount.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {merge.shares.map((share) => (
            <tr key={share.id}>
              <th scope="row">{share.unit?.name}</th>
              {COLUMNS.map((key) => (
                <td key={key}>
                  <Count value={share[key]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('merge.all')}</th>
            {COLUMNS.map((key) => (
              <td key={key}>
                <Count value={sum(key)} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
