import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ListProps } from '@/shared/list/List';
import { ListPage } from '@/shared/list/ListPage';
import { ProtectionTabs } from './ProtectionTabs';

interface RecordsPageProps<T extends object> extends Omit<ListProps<T>, 'rowKey' | 'onOpen'> {
  intro: string;
  /** What the button that adds one says; nothing for those who may not. */
  add: string | false;
  dialog: (state: { open: boolean; onClose: () => void }) => ReactNode;
  drawer: (record: T | null, onClose: () => void) => ReactNode;
}

/** Records that somebody makes for a reason and somebody ends: all of them, one in full, and one more. */
export function RecordsPage<T extends { id: string }>({ add, dialog, drawer, ...list }: RecordsPageProps<T>) {
  const [open, setOpen] = useState<T | null>(null);
  const [adding, setAdding] = useState(false);
  const action = add && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {add}
    </Button>
  );
  return (
    <>
      <ListPage<T> {...list} tabs={<ProtectionTabs />} actions={action} rowKey={(row) => row.id} onOpen={setOpen} />
      {dialog({ open: adding, onClose: () => setAdding(false) })}
      {drawer(open, () => setOpen(null))}
    </>
  );
}
