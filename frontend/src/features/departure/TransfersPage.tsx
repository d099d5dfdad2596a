import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TransfersDocument, type TransferOrder } from '@/gql/group/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { orderBy } from '@/shared/list/inputs';
import type { ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { countryName } from '@/shared/ui/places';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { Day } from '@/shared/ui/Values';
import { RecordsPage } from './RecordsPage';
import { TransferDialog } from './TransferDialog';
import { TransferDrawer } from './TransferDrawer';
import { stateOf, type Transfer, type TransferState } from './transfers';

const NEWEST = { field: 'APPROVED_AT', descending: true };
const TONES: Record<TransferState, Tone> = { planned: 'warn', inForce: 'good', over: 'idle', ended: 'idle' };

/** Who outside gets personal data, and on what grounds. */
export function TransfersPage() {
  const { t, i18n } = useTranslation('departure');
  const door = useDoor();
  const may = useCan()('privacy.transfer.approve');
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        TransfersDocument,
        ({ first, after, order, search }) => ({ first, after, search, orderBy: orderBy<TransferOrder>(order) }),
        (result) => result.transfers,
      ),
    [door],
  );
  const fields = (row: Transfer): string => row.fields.map((name) => t(`transfer.field.${name as 'name'}`)).join(', ');
  const columns: readonly ListColumn<Transfer>[] = [
    { key: 'recipient', title: t('transfer.recipient'), order: 'RECIPIENT', primary: true, render: (row) => row.recipient, value: (row) => row.recipient },
    { key: 'host', title: t('transfer.host'), render: (row) => row.host, value: (row) => row.host },
    { key: 'country', title: t('transfer.country'), render: (row) => countryName(row.country ?? '', i18n.language), value: (row) => row.country },
    { key: 'fields', title: t('transfer.fields'), render: fields, value: fields },
    { key: 'status', title: t('transfer.state'), render: (row) => <StatusTag tone={TONES[stateOf(row)]}>{t(`transfer.status.${stateOf(row)}`)}</StatusTag>, value: stateOf },
    { key: 'until', title: t('transfer.untilDate'), order: 'UNTIL_DATE', render: (row) => <Day value={row.untilDate} />, value: (row) => row.untilDate },
  ];
  return (
    <RecordsPage
      listId="privacy.transfers"
      subject="transfer"
      title={t('transfer.title')}
      intro={t('transfer.intro')}
      columns={columns}
      order={NEWEST}
      load={load}
      empty={{ title: t('transfer.empty'), hint: t('transfer.emptyHint') }}
      add={may && t('transfer.add')}
      dialog={(state) => <TransferDialog {...state} />}
      drawer={(transfer, onClose) => <TransferDrawer transfer={transfer} onClose={onClose} />}
    />
  );
}
