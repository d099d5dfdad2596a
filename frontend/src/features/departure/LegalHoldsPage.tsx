import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LegalHoldsDocument, type LegalHoldOrder, type LegalHoldsQuery } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { orderBy } from '@/shared/list/inputs';
import type { ListColumn } from '@/shared/list/types';
import { useUnitNames } from '@/shared/pickers/useUnitNames';
import { useCan } from '@/shared/session/ViewerContext';
import { StatusTag } from '@/shared/ui/StatusTag';
import { DateTime, Nothing } from '@/shared/ui/Values';
import { LegalHoldDialog } from './LegalHoldDialog';
import { LegalHoldDrawer } from './LegalHoldDrawer';
import { RecordsPage } from './RecordsPage';

export type LegalHold = LegalHoldsQuery['legalHolds']['edges'][number]['node'];

const NEWEST = { field: 'PLACED_AT', descending: true };

/** What a lawsuit, an audit or an authority needs to stay. */
export function LegalHoldsPage() {
  const { t } = useTranslation('departure');
  const door = useDoor();
  const may = useCan()('privacy.legal_hold.impose');
  const units = useUnitNames();
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        LegalHoldsDocument,
        ({ first, after, order, search }) => ({ first, after, search, orderBy: orderBy<LegalHoldOrder>(order) }),
        (result) => result.legalHolds,
      ),
    [door],
  );
  const covers = (row: LegalHold): string => {
    const unit = row.unitId ? (units.find(({ id }) => id === row.unitId)?.name ?? t('hold.oneUnit')) : t('hold.wholeGroup');
    return row.personId ? t('hold.personIn', { place: unit }) : unit;
  };
  const state = (row: LegalHold): string => t(row.endedAt ? 'hold.lifted' : 'hold.inForce');
  const columns: readonly ListColumn<LegalHold>[] = [
    { key: 'reason', title: t('hold.reason'), primary: true, render: (row) => row.reason, value: (row) => row.reason },
    { key: 'reference', title: t('hold.reference'), render: (row) => row.reference || <Nothing />, value: (row) => row.reference },
    { key: 'covers', title: t('hold.covers'), render: covers, value: covers },
    { key: 'state', title: t('hold.state'), render: (row) => <StatusTag tone={row.endedAt ? 'idle' : 'warn'}>{state(row)}</StatusTag>, value: state },
    { key: 'placed', title: t('hold.placed'), order: 'PLACED_AT', render: (row) => <DateTime value={row.placedAt} />, value: (row) => row.placedAt },
  ];
  return (
    <RecordsPage
      listId="privacy.holds"
      subject="legalHold"
      title={t('hold.title')}
      intro={t('hold.intro')}
      columns={columns}
      order={NEWEST}
      load={load}
      empty={{ title: t('hold.empty'), hint: t('hold.emptyHint') }}
      add={may && t('hold.add')}
      dialog={(state) => <LegalHoldDialog {...state} />}
      drawer={(hold, onClose) => <LegalHoldDrawer hold={hold} covers={hold ? covers(hold) : ''} onClose={onClose} />}
    />
  );
}
