import { Page, type Crumb } from '@/shared/ui/Page';
import type { ReactNode } from 'react';
import { List, type ListProps } from './List';

interface ListPageProps<Row extends object> extends ListProps<Row> {
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  intro?: ReactNode;
  tabs?: ReactNode;
}

/** A whole screen that is one list: title, actions, and the list with all its tools. */
export function ListPage<Row extends object>({ crumbs, actions, intro, tabs, ...list }: ListPageProps<Row>) {
  return (
    <Page title={list.title} crumbs={crumbs} actions={actions} intro={intro} tabs={tabs} fill>
      <List {...list} />
    </Page>
  );
}
