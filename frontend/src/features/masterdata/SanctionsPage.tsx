import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SanctionsDocument as GroupSanctions, SuppliersDocument as GroupSuppliers, type SanctionFilter, type SanctionsQuery } from '@/gql/group/graphql';
import { SanctionsDocument as UnitSanctions, SuppliersDocument as UnitSuppliers } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { useForDoor } from '@/shared/api/forDoor';
import { filterInput } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { DateTime } from '@/shared/ui/Values';
import { usePlaces } from './places';
import { ProposalActions } from './ProposalActions';
import { sanctionsLoader } from './sanctionsLoader';
import { ActionWords, SANCTION_STATUSES, SanctionStatusTag, type OpenDocumentPolicy } from './words';

type Row = SanctionsQuery['sanctions']['edges'][number]['node'];

const NEWEST = { field: 'IMPOSED_AT', descending: true };

/** The blacklist: every sanction with its scope; units see those that bind them. */
export function SanctionsPage() {
  const { t } = useTranslation('masterdata');
  const door = useDoor();
  const places = usePlaces();
  const central = door.kind === 'group';
  const fields = useMemo<readonly FilterField[]>(
    () => [
      { kind: 'choice', key: 'status', title: t('field.status'), options: SANCTION_STATUSES.map((value) => ({ value, label: t(`sanctionStatus.${value}`) })) },
      { kind: 'days', key: 'imposedAt', title: t('sanction.imposedAt'), instants: true },
      { kind: 'days', key: 'untilAt', title: t('sanction.until'), instants: true },
    ],
    [t],
  );
  const operation = useForDoor(GroupSanctions, UnitSanctions);
  const suppliers = useForDoor(GroupSuppliers, UnitSuppliers);
  const load = useMemo(
    () => sanctionsLoader(door, operation, suppliers, (filters) => filterInput<SanctionFilter>(fields, filters)),
    [door, operation, suppliers, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(
    () => [
      { key: 'supplier', title: t('supplier.one'), primary: true, render: (row) => row.supplier?.legalName, value: (row) => row.supplier?.legalName },
      { key: 'status', title: t('field.status'), render: (row) => <SanctionStatusTag status={row.status} />, value: (row) => t(`sanctionStatus.${row.status as (typeof SANCTION_STATUSES)[number]}`) },
      { key: 'actions', title: t('sanction.actions'), render: (row) => <ActionWords actions={row.actions} />, value: (row) => row.actions.join(' ') },
      { key: 'units', title: t('sanction.units'), render: (row) => (row.allUnits ? t('sanction.allUnits') : t('sanction.chosenUnits')), value: (row) => t(row.allUnits ? 'sanction.allUnits' : 'sanction.chosenUnits') },
      { key: 'policy', title: t('sanction.policy'), hidden: true, render: (row) => t(`policy.${row.openDocumentPolicy as OpenDocumentPolicy}`), value: (row) => t(`policy.${row.openDocumentPolicy as OpenDocumentPolicy}`) },
      { key: 'reason', title: t('field.reason'), render: (row) => row.reason, value: (row) => row.reason },
      { key: 'imposedAt', title: t('sanction.imposedAt'), order: 'IMPOSED_AT', render: (row) => <DateTime value={row.imposedAt} />, value: (row) => row.imposedAt },
      { key: 'untilAt', title: t('sanction.until'), order: 'UNTIL_AT', render: (row) => (row.untilAt ? <DateTime value={row.untilAt} /> : t('sanction.noEnd')), value: (row) => row.untilAt },
      ...(central ? [{ key: 'decide', title: '', render: (row: Row) => row.status === 'proposed' && <ProposalActions sanction={row} /> }] : []),
    ],
    [t, central],
  );
  return (
    <ListPage
      listId={`masterdata.sanctions.${door.kind}`}
      subject="sanction"
      title={t('sanction.many')}
      columns={columns}
      filters={fields}
      order={NEWEST}
      load={load}
      rowKey={(row) => row.id}
      rowLink={(row) => places.supplier(row.supplier?.id ?? '')}
      empty={{ title: t('sanction.none'), hint: central ? t('sanction.noneHint') : t('sanction.noneUnitHint') }}
    />
  );
}
