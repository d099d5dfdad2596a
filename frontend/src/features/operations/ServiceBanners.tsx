import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServiceBannersDocument as GroupBanners } from '@/gql/group/graphql';
import { ServiceBannersDocument as UnitBanners } from '@/gql/unit/graphql';
import { useForDoor } from '@/shared/api/forDoor';
import { useApiQuery } from '@/shared/api/hooks';
import { formatInstant } from '@/shared/ui/format';

const EVERY = 60_000;
const KEY = 'hanse.read';
const MOST_KEPT = 50;

const readBefore = (): string[] => JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[];

/** What the operator tells, until the reader closes it; and who of the operator's acts here now, which nobody can close. */
export function ServiceBanners() {
  const { t, i18n } = useTranslation('operations');
  const { data } = useApiQuery(useForDoor(GroupBanners, UnitBanners), {}, { subject: 'service', refetchInterval: () => EVERY });
  const [read, setRead] = useState(readBefore);
  if (!data) return null;

  function close(id: string): void {
    const kept = [id, ...readBefore()].slice(0, MOST_KEPT);
    localStorage.setItem(KEY, JSON.stringify(kept));
    setRead(kept);
  }

  return (
    <>
      {data.supportNow.map((each) => {
        const words = { operator: each.operatorName, name: each.personName, until: formatInstant(each.endsAt, i18n.language) };
        return <Alert key={each.id} banner type="warning" title={each.mayWrite ? t('support.seenWriting', words) : t('support.seen', words)} />;
      })}
      {data.announcementsNow
        .filter((each) => !read.includes(each.id))
        .map((each) => (
          <Alert key={each.id} banner type={each.tone === 'warning' ? 'warning' : 'info'} title={each.text} closable={{ closeIcon: true, onClose: () => close(each.id), 'aria-label': t('announcement.close') }} />
        ))}
    </>
  );
}
