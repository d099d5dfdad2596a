import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CostCentresDocument, type CostCentreFilter, type CostCentreOrder, type CostCentresQuery } from '@/gql/unit/graphql';
import { useDoor } from '@/shared/api/DoorContext';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn } from '@/shared/list/types';
import { useCan } from '@/shared/session/ViewerContext';
import { LinkButton } from '@/shared/ui/LinkButton';
import { StatusTag } from '@/shared/ui/StatusTag';
import { usePlaces } from '../places';

type Row = CostCentresQuery['costCentres']['edges'][number]['node'];

const BY_CODE = { field: 'CODE', descending: false };

/** The places of the unit that bear costs, and who answers for each. */
export function CostCentresPage() {
  const { t } = useTranslation('approvals');
  const door = useDoor();
  const places = usePlaces();
  const mayEdit = useCan()('approvals.cost_centre.edit');
  const fields = useMemo<readonly FilterField[]>(() => [{ kind: 'flag', key: 'isActive', title: t('costCentre.active') }], [t]);
  const load = useMemo(
    () =>
      connectionLoader(
        door,
        CostCentresDocument,
        ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<CostCentreFilter>(fields, filters), orderBy: orderBy<CostCentreOrder>(order) }),
        (result) => result.costCentres,
      ),
    [door, fields],
  );
  const columns = useMemo<readonly ListColumn<Row>[]>(() => {
    const state = (row: Row): string => (row.isActive ? t('costCentre.active') : t('costCentre.inactive'));
    return [
      { key: 'code', title: t('costCentre.code'), order: 'CODE', primary: true, render: (row) => <span className="mono">{row.code}</span>, value: (row) => row.code },
      { key: 'name', title: t('costCentre.name'), order: 'NAME', render: (row) => row.name, value: (row) => row.name },
      { key: 'owner', title: t('costCentre.owner'), render: (row) => row.ownerName || <span className="soft">–</span>, value: (row) => row.ownerName },
      { key: 'active', title: t('costCentre.state'), render: (row) => <StatusTag tone={row.isActive ? 'good' : 'idle'} hollow={!row.isActive}>{state(row)}</StatusTag>, value: state },
    ];
  }, [t]);
  const create = mayEdit && (
    <LinkButton type="primary" to={places.newCostCentre}>
      {t('costCentre.new')}
    </LinkButton>
  );
  return (
    <ListPage
      listId="approvals.costCentres"
      subject="costCentre"
      title={t('costCentre.many')}
      actions={create}
      columns={columns}
      filters={fields}
      order={BY_CODE}
      load={load}
      rowKey={(row) => row.id}
      rowLink={mayEdit ? (row) => places.costCentre(row.id) : undefined}
      empty={{ title: t('costCentre.none'), hint: t('costCentre.noneHint'), action: create }}
    />
  );
}
