import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor } from '@/shared/api/DoorContext';
import type { Door } from '@/shared/api/client';
import { AuditChoicesDocument as GroupChoices, GroupAuditEntriesDocument, type AuditChoiceWordsFragment, type GroupAuditEntryFilter, type GroupAuditEntryOrder } from '@/gql/group/graphql';
import { AuditChoicesDocument as UnitChoices, UnitAuditEntriesDocument, type UnitAuditEntryFilter, type UnitAuditEntryOrder } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { connectionLoader } from '@/shared/list/connection';
import { filterInput, orderBy } from '@/shared/list/inputs';
import { ListPage } from '@/shared/list/ListPage';
import type { FilterField, ListColumn, SliceLoader } from '@/shared/list/types';
import { DateTime } from '@/shared/ui/Values';
import { AuditDrawer } from './AuditDrawer';
import { actionName, actorName, kindName, subjectName, summary, type AuditEntry } from './auditEntry';
import styles from './audit.module.css';

const NEWEST = { field: 'AT', descending: true };

function loader(door: Door, fields: readonly FilterField[]): SliceLoader<AuditEntry> {
  if (door.kind === 'unit') {
    return connectionLoader(
      door,
      UnitAuditEntriesDocument,
      ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<UnitAuditEntryFilter>(fields, filters), orderBy: orderBy<UnitAuditEntryOrder>(order) }),
      (result) => result.auditEntries,
    );
  }
  return connectionLoader(
    door,
    GroupAuditEntriesDocument,
    ({ first, after, search, filters, order }) => ({ first, after, search, filter: filterInput<GroupAuditEntryFilter>(fields, filters), orderBy: orderBy<GroupAuditEntryOrder>(order) }),
    (result) => result.auditEntries,
  );
}

/** The filters of the trail: what occurs in it, in the reader's language. */
function useFields(chinese: boolean): readonly FilterField[] {
  const { t } = useTranslation('runtime');
  const { data } = useApiQuery(useForDoor(GroupChoices, UnitChoices), {}, { subject: 'auditChoices' });
  return useMemo(() => {
    const named = (choices: readonly AuditChoiceWordsFragment[] = []) => choices.map(({ code, nameEn, nameZh }) => ({ value: code, label: chinese ? nameZh : nameEn }));
    const found = data?.auditChoices;
    return [
      { kind: 'days', key: 'at', title: t('audit.at'), instants: true },
      { kind: 'choice', key: 'actorKey', title: t('audit.actor'), options: named(found?.actors), single: true },
      { kind: 'choice', key: 'action', title: t('audit.action'), options: named(found?.actions) },
      { kind: 'choice', key: 'subjectType', title: t('audit.subjectType'), options: named(found?.subjectTypes) },
      { kind: 'text', key: 'subjectLabel', title: t('audit.subject') },
    ];
  }, [t, data, chinese]);
}

/** Who changed what, when and from where: the trail of head office or of one unit, by the door it stands at. */
export function AuditPage() {
  const { t, i18n } = useTranslation('runtime');
  const chinese = i18n.language.startsWith('zh');
  const door = useDoor();
  const [open, setOpen] = useState<AuditEntry | null>(null);
  const fields = useFields(chinese);
  const load = useMemo(() => loader(door, fields), [door, fields]);
  const columns = useMemo<readonly ListColumn<AuditEntry>[]>(
    () => [
      { key: 'at', title: t('audit.at'), order: 'AT', render: (entry) => <DateTime value={entry.at} />, value: (entry) => entry.at },
      { key: 'actor', title: t('audit.actor'), render: (entry) => actorName(entry, chinese), value: (entry) => actorName(entry, chinese) },
      { key: 'action', title: t('audit.action'), render: (entry) => actionName(entry, chinese), value: (entry) => actionName(entry, chinese) },
      {
        key: 'subject',
        title: t('audit.subject'),
        primary: true,
        render: (entry) => subjectName(i18n, entry),
        value: (entry) => subjectName(i18n, entry),
      },
      { key: 'subjectType', title: t('audit.subjectType'), hidden: true, render: (entry) => kindName(entry, chinese), value: (entry) => kindName(entry, chinese) },
      { key: 'code', title: t('audit.code'), hidden: true, render: (entry) => <code>{entry.action}</code>, value: (entry) => entry.action },
      { key: 'change', title: t('audit.change'), render: (entry) => <span className={styles.change}>{summary(i18n, entry)}</span>, value: (entry) => summary(i18n, entry) },
      { key: 'reason', title: t('audit.reason'), hidden: true, render: (entry) => entry.reason, value: (entry) => entry.reason },
      { key: 'ip', title: t('audit.ip'), hidden: true, render: (entry) => <span className="mono">{entry.ipAddress}</span>, value: (entry) => entry.ipAddress },
      { key: 'request', title: t('audit.request'), hidden: true, render: (entry) => <span className="mono">{entry.requestId}</span>, value: (entry) => entry.requestId },
    ],
    [t, i18n, chinese],
  );
  return (
    <>
      <ListPage
        listId="runtime.audit"
        subject="audit"
        title={t('audit.title')}
        intro={t('audit.intro')}
        columns={columns}
        filters={fields}
        order={NEWEST}
        load={load}
        rowKey={(entry) => entry.id}
        onOpen={setOpen}
        empty={{ title: t('audit.empty'), hint: t('audit.emptyHint') }}
      />
      <AuditDrawer entry={open} onClose={() => setOpen(null)} />
    </>
  );
}
