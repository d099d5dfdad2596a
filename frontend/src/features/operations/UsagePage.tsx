import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ModuleDisableDocument, UsageReportDocument, type UsageReportQuery } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { formatDay } from '@/shared/ui/format';
import { Page, Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import { StatusTag } from '@/shared/ui/StatusTag';
import { Count, DateTime } from '@/shared/ui/Values';
import styles from './operations.module.css';

type Use = UsageReportQuery['usageReport']['modules'][number];

/** Which modules the group uses, and which it may as well switch off. */
export function UsagePage() {
  const { t, i18n } = useTranslation('operations');
  const can = useCan();
  const { run, busy } = useAction();
  const [asked, setAsked] = useState<Use | null>(null);
  const { data, error, isPending, refetch } = useApiQuery(UsageReportDocument, {}, { subject: 'module' });
  const disable = useApiMutation(ModuleDisableDocument, { payload: (result) => result.moduleDisable, touches: ['module', 'viewer', 'audit'] });
  if (isPending) return <Loading />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const { modules, countedSince, fullPeriod } = data.usageReport;
  const names = new Map(modules.map((each) => [each.code, each.name]));
  const intro = fullPeriod ? t('usage.intro') : countedSince ? t('usage.young', { day: formatDay(countedSince, i18n.language) }) : t('usage.none');

  async function switchOff(use: Use): Promise<void> {
    const done = await run(() => disable.mutateAsync({ input: { module: use.code, also: [...use.also] } }), t('usage.off', { name: use.name }));
    if (done) setAsked(null);
  }

  return (
    <Page title={t('usage.title')} intro={intro}>
      <Section title={t('usage.modules')}>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('usage.modules')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('feature.module')}</th>
                <th scope="col">{t('usage.state')}</th>
                <th scope="col" className={styles.end}>{t('usage.people')}</th>
                <th scope="col" className={styles.end}>{t('usage.daysUsed')}</th>
                <th scope="col">{t('usage.last')}</th>
                <th scope="col">{t('usage.proposal')}</th>
              </tr>
            </thead>
            <tbody>
              {modules.map((use) => (
                <tr key={use.code}>
                  <th scope="row">{use.name}</th>
                  <td>{use.enabled ? <StatusTag tone="good">{t('usage.isOn')}</StatusTag> : <StatusTag tone="idle" hollow>{t('usage.isOff')}</StatusTag>}</td>
                  <td className={styles.end}><Count value={use.activePeople} /></td>
                  <td className={styles.end}><Count value={use.activeDays} /></td>
                  <td><DateTime value={use.lastUsedAt} ago /></td>
                  <td>{use.proposed && (can('directory.module.disable') ? <Button size="small" onClick={() => setAsked(use)}>{t('usage.switchOff')}</Button> : t('usage.unused'))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
      <Modal open={asked !== null} title={t('usage.askTitle', { name: asked?.name ?? '' })} okText={t('usage.switchOff')} okButtonProps={{ danger: true }} confirmLoading={busy} onOk={() => asked && void switchOff(asked)} onCancel={() => setAsked(null)}>
        <p>{t('usage.ask')}</p>
        {asked && asked.also.length > 0 && <p>{t('usage.also', { names: asked.also.map((code) => names.get(code) ?? code).join(', ') })}</p>}
      </Modal>
    </Page>
  );
}
