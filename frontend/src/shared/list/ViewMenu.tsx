import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popover, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '@/shared/form/useAction';
import { serverViews as store } from './serverViews';
import type { SavedView } from './views';
import styles from './list.module.css';

interface ViewMenuProps {
  listId: string;
  query: string;
  columns: readonly string[] | null;
  onOpen: (view: Pick<SavedView, 'query' | 'columns'>) => void;
}

/** The person's own views of one list: open, save the current one, delete. */
export function ViewMenu({ listId, query, columns, onOpen }: ViewMenuProps) {
  const { t } = useTranslation();
  const { run } = useAction();
  const queries = useQueryClient();
  const queryKey = ['person', 'savedView', listId];
  const { data: views = [] } = useQuery({ queryKey, queryFn: () => store.load(listId) });
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const current = views.find((view) => view.query === query && sameColumns(view.columns, columns));

  async function save() {
    if (!(await run(() => store.save(listId, { name: name.trim(), query, columns }), t('list.viewSaved')))) return;
    await queries.invalidateQueries({ queryKey });
    setName('');
    setOpen(false);
  }

  async function remove(view: SavedView) {
    await run(() => store.remove(listId, view.id));
    await queries.invalidateQueries({ queryKey });
  }

  function show(view: Pick<SavedView, 'query' | 'columns'>) {
    onOpen(view);
    setOpen(false);
  }

  const panel = (
    <div className={styles.panel}>
      <ul className={styles.views}>
        <li>
          <Button type="text" block className={styles.viewName} onClick={() => show({ query: '', columns: null })}>
            {t('list.defaultView')}
          </Button>
        </li>
        {views.map((view) => (
          <li key={view.id}>
            <Button type="text" block className={styles.viewName} onClick={() => show(view)}>
              {view.name}
            </Button>
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('list.deleteView', { name: view.name })} onClick={() => void remove(view)} />
          </li>
        ))}
      </ul>
      <Space.Compact block>
        <Input value={name} maxLength={60} placeholder={t('list.viewName')} aria-label={t('list.viewName')} onChange={(event) => setName(event.target.value)} onPressEnter={() => name.trim() && void save()} />
        <Button disabled={!name.trim()} onClick={() => void save()}>
          {t('action.save')}
        </Button>
      </Space.Compact>
    </div>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" content={panel} arrow={false}>
      <Button aria-expanded={open}>
        {current?.name ?? t('list.views')} <DownOutlined aria-hidden="true" />
      </Button>
    </Popover>
  );
}

function sameColumns(left: readonly string[] | null, right: readonly string[] | null): boolean {
  return JSON.stringify(left && [...left].sort()) === JSON.stringify(right && [...right].sort());
}
