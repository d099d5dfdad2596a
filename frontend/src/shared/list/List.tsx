import { Button } from 'antd';
import type { InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isDenied } from '@/shared/api/errors';
import { Denied, Failure, Loading, State } from '@/shared/ui/States';
import { useNarrow } from '@/shared/ui/useNarrow';
import { FilterChips } from './FilterChips';
import { FilterPanel } from './FilterPanel';
import { ListCards } from './ListCards';
import { ListFoot } from './ListFoot';
import { ListTable } from './ListTable';
import { ColumnChooser, ExportButton, RefreshButton } from './ListTools';
import { countFilters } from './listUrl';
import { SearchBox } from './SearchBox';
import type { FilterField, ListColumn, Order, SliceLoader } from './types';
import { useColumns } from './useColumns';
import { useListState } from './useListState';
import { useRowKeys } from './useRowKeys';
import { useSlices } from './useSlices';
import { ViewMenu } from './ViewMenu';
import styles from './list.module.css';

export interface ListProps<Row extends object> {
  /** Names the list for saved views and columns; never changes, e.g. `directory.units`. */
  listId: string;
  /** What live events and changes call these rows, e.g. `unit`. */
  subject: string;
  title: string;
  columns: readonly ListColumn<Row>[];
  /** Keep this array stable (module level or useMemo): the address is read through it. */
  filters?: readonly FilterField[];
  order?: Order | null;
  load: SliceLoader<Row>;
  /** Changes when rows that the loader holds itself have changed. */
  version?: unknown;
  rowKey: (row: Row) => string;
  rowLink?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** False for a list whose server operation takes no search words. */
  searchable?: boolean;
  empty?: { title: string; hint?: ReactNode; action?: ReactNode };
  /** Shown in place of the tools while rows are selected. */
  bulk?: (rows: readonly Row[], clear: () => void) => ReactNode;
}

const NO_FILTERS: readonly FilterField[] = [];

/** Every list of the product: search, filters, order, columns, views, export, slices, keyboard, and all its states. */
export function List<Row extends object>(props: ListProps<Row>) {
  const { listId, subject, title, columns, filters = NO_FILTERS, order = null, load, version, rowKey, rowLink, onOpen, searchable = true, empty, bulk } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const search = useRef<InputRef>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const state = useListState(filters, order);
  const chosen = useColumns(listId, columns);
  const slices = useSlices(subject, listId, load, state.request, version);
  const { rows } = slices;
  const active = useRowKeys({
    count: rows.length,
    frame,
    onOpen: (index) => {
      const row = rows[index];
      if (row && rowLink) void navigate(rowLink(row));
      else if (row) onOpen?.(row);
    },
    onSearch: () => search.current?.focus(),
  });

  const narrowed = state.request.search !== '' || countFilters(state.request.filters) > 0;
  const picked = rows.filter((row) => selected.includes(rowKey(row)));
  const body = { title, columns: chosen.shown, rows, rowKey, rowLink, onOpen, active, busy: slices.isPlaceholderData };

  function content(): ReactNode {
    if (slices.isPending) return <Loading />;
    if (slices.isError && rows.length === 0) return <Failure error={slices.error} onRetry={() => void slices.refetch()} />;
    if (rows.length === 0 && narrowed) {
      const clear = <Button onClick={() => state.change({ search: '', filters: {} })}>{t('list.clearFilters')}</Button>;
      return <State role="status" title={t('state.noMatch')} hint={t('state.noMatchHint')} action={clear} />;
    }
    if (rows.length === 0) return <State role="status" title={empty?.title ?? t('state.empty')} hint={empty?.hint} action={empty?.action} />;
    if (narrow) return <ListCards {...body} />;
    return (
      <ListTable
        {...body}
        order={state.request.order}
        onOrder={(next) => state.change({ order: next })}
        selected={selected}
        onSelect={bulk && setSelected}
      />
    );
  }

  if (slices.isError && isDenied(slices.error)) return <Denied />;
  return (
    <div className={styles.list} ref={frame}>
      <div className={styles.tools}>
        {picked.length > 0 && bulk ? (
          <div className={styles.bulk}>
            <span aria-live="polite">{t('list.selected', { count: picked.length })}</span>
            {bulk(picked, () => setSelected([]))}
            <Button type="text" onClick={() => setSelected([])}>
              {t('list.clearSelection')}
            </Button>
          </div>
        ) : (
          <>
            {searchable && <SearchBox ref={search} title={title} value={state.request.search} onSearch={(words) => state.change({ search: words })} />}
            {filters.length > 0 && <FilterPanel fields={filters} filters={state.request.filters} onChange={(next) => state.change({ filters: next })} />}
            <ViewMenu
              listId={listId}
              query={state.query}
              columns={chosen.chosen}
              onOpen={(view) => {
                state.open(view.query);
                chosen.choose(view.columns);
              }}
            />
            <span className={styles.spring} />
            {!narrow && <ColumnChooser columns={columns} state={chosen} />}
            <ExportButton title={title} columns={chosen.shown} load={load} request={state.request} />
            <RefreshButton busy={slices.isRefetching} onClick={() => void slices.refetch()} />
          </>
        )}
      </div>
      <FilterChips fields={filters} filters={state.request.filters} onChange={(next) => state.change({ filters: next })} />
      <div className={styles.frame}>
        {content()}
        {rows.length > 0 && (
          <ListFoot shown={rows.length} total={slices.totalCount} more={slices.hasNextPage} busy={slices.isFetchingNextPage} onMore={() => void slices.fetchNextPage()} />
        )}
      </div>
    </div>
  );
}
