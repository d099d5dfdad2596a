import type { SanctionFilter, SanctionOrder, SanctionsQuery, SanctionsQueryVariables, SuppliersQuery, SuppliersQueryVariables } from '@/gql/group/graphql';
import { execute, type Door, type Operation } from '@/shared/api/client';
import { toSlice } from '@/shared/list/connection';
import { orderBy } from '@/shared/list/inputs';
import type { Filters, SliceLoader } from '@/shared/list/types';

type Row = SanctionsQuery['sanctions']['edges'][number]['node'];

/** More suppliers of one name are not looked through: the reader goes on typing. */
const MOST = 200;

/** Reads the blacklist; words are looked for in the register's names and numbers of suppliers. */
export function sanctionsLoader(
  door: Door,
  sanctions: Operation<SanctionsQuery, SanctionsQueryVariables>,
  suppliers: Operation<SuppliersQuery, SuppliersQueryVariables>,
  filtered: (filters: Filters) => SanctionFilter | undefined,
): SliceLoader<Row> {
  return async ({ first, after, search, filters, order }, signal) => {
    const found = search ? await execute(door, suppliers, { first: MOST, search }, signal) : undefined;
    const ids = found?.suppliers.edges.map(({ node }) => node.id);
    if (ids?.length === 0) return { rows: [], endCursor: null, hasNextPage: false, totalCount: 0 };
    const filter = { ...filtered(filters), ...(ids ? { supplierOrgId: { in: ids } } : {}) };
    return toSlice((await execute(door, sanctions, { first, after, filter, orderBy: orderBy<SanctionOrder>(order) }, signal)).sanctions);
  };
}
