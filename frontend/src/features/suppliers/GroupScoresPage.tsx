import { App, Button, DatePicker, Form } from 'antd';
import type dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupScoreCloseDocument, GroupScoresDocument, type GroupScoreFilter, type GroupScoreOrder, type GroupScoresQuery } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Day, Quantity } from '@/shared/ui/Values';
import { usePlaces } from './places';
import { byEnd, dayAfter, lastDay } from './Period';
import { TIERS, TierTag, useTierWord } from './words';

type Row = GroupScoresQuery['groupScores']['edges'][number]['node'];

const BEST_FIRST = { field: 'TOTAL', descending: true };

/** The ranking of suppliers over all units of the group. */
export function GroupScoresPage() {
  const { t } = useTranslation('suppliers');
  const door = useDoor();
  const can = useCan();
  const places = usePlaces();
  const [closing, setClosing] = useState(false);
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'tier', title: t('tier.one'), options: TIERS.map((value) => ({ value, label: t(`tier.${value}`) })) },
      { kind: 'numbers', key: 'total', title: t('score.total') },
      { kind: 'days', key: 'endDate', title: t('score.end') },
    ],
    [t],
  );
  const tierWord = useTierWord();
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        GroupScoresDocument,
        ({ first, after, filters, order }) => ({ first, after, filter: filterInput<GroupScoreFilter>(fields, byEnd(filters)), orderBy: orderBy<GroupScoreOrder>(order) }),
        (result) => result.groupScores,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(() => {
    const mark = (key: 'quality' | 'onTime' | 'cost' | 'innovation' | 'environment', title: string): ListColumn<Row> => ({
      key, title, numeric: true, render: (row) => <Quantity value={row[key]} decimals={2} />, value: (row) => row[key],
    });
    return [
      { key: 'supplierName', title: t('application.name'), primary: true, render: (row) => row.supplierName, value: (row) => row.supplierName },
      { key: 'tier', title: t('tier.one'), render: (row) => <TierTag tier={row.tier} />, value: (row) => tierWord(row.tier) },
      { key: 'rank', title: t('score.rank'), numeric: true, render: (row) => row.rank ?? '–', value: (row) => row.rank },
      { key: 'total', title: t('score.total'), order: 'TOTAL', numeric: true, render: (row) => <Quantity value={row.total} decimals={2} />, value: (row) => row.total },
      mark('quality', t('dimension.quality')),
      mark('onTime', t('dimension.on_time')),
      mark('cost', t('dimension.cost')),
      { ...mark('innovation', t('dimension.innovation')), hidden: true },
      { ...mark('environment', t('dimension.environment')), hidden: true },
      { key: 'sources', title: t('score.sources'), numeric: true, hidden: true, render: (row) => row.sources, value: (row) => row.sources },
      { key: 'endDate', title: t('score.end'), order: 'END_DATE', render: (row) => <Day value={lastDay(row.endDate)} />, value: (row) => lastDay(row.endDate) },
    ];
  }, [t, tierWord]);
  const actions = (
    <>
      <LinkButton to={places.qualityShare}>{t('share.many')}</LinkButton>
      {can('masterdata.score_model.read') && <LinkButton to={places.model}>{t('model.many')}</LinkButton>}
      {can('masterdata.group_score.close') && (
        <Button type="primary" onClick={() => setClosing(true)}>
          {t('close.groupAction')}
        </Button>
      )}
    </>
  );
  return (
    <>
      <ListPage
        listId="suppliers.groupScores"
        subject="groupScore"
        title={t('score.groupMany')}
        intro={t('score.groupIntro')}
        actions={actions}
        columns={columns}
        filters={fields}
        order={BEST_FIRST}
        load={load}
        rowKey={(row) => row.id}
        rowLink={(row) => places.file(row.supplierId)}
        empty={{ title: t('score.none'), hint: t('score.groupNoneHint') }}
      />
      <CloseGroupDialog open={closing} onClose={() => setClosing(false)} />
    </>
  );
}

interface Values {
  days: [dayjs.Dayjs, dayjs.Dayjs];
}

function CloseGroupDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('suppliers');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const close = useApiMutation(GroupScoreCloseDocument, { payload: (r) => r.groupScoreClose, touches: ['groupScore'] });
  return (
    <FormDialog<Values, Awaited<ReturnType<typeof close.mutateAsync>>>
      open={open}
      title={t('close.groupAction')}
      intro={t('close.groupIntro')}
      form={form}
      submitLabel={t('close.groupAction')}
      send={({ days: [first, last] }) => close.mutateAsync({ input: { startDate: first.format('YYYY-MM-DD'), endDate: dayAfter(last.format('YYYY-MM-DD')) } })}
      fields={{ startDate: 'days', endDate: 'days' }}
      onDone={(result) => {
        const told = result.groupScoreClose;
        void message.success(t('close.groupDone', { rated: told?.rated, units: told?.units }));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="days" label={t('close.range')} rules={[{ required: true, message: t('close.needed') }]}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  );
}
