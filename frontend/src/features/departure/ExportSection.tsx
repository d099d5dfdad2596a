import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupExportDownloadDocument, GroupExportRequestDocument, type LeavingQuery } from '@/gql/group/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateTime, Quantity } from '@/shared/ui/Values';
import styles from './departure.module.css';

type Export = LeavingQuery['groupExports']['nodes'][number];

const TONES: Record<string, Tone> = { waiting: 'accent', running: 'accent', done: 'good', failed: 'bad', expired: 'idle' };
type State = 'waiting' | 'running' | 'done' | 'failed' | 'expired';

/** Archives of everything: ordered, made, taken along. */
export function ExportSection({ exports }: { exports: readonly Export[] }) {
  const { t } = useTranslation('departure');
  const can = useCan();
  const { run, busy } = useAction();
  const [links, setLinks] = useState<{ id: string; links: readonly string[] } | null>(null);
  const request = useApiMutation(GroupExportRequestDocument, { payload: (r) => r.groupExportRequest, touches: ['groupExport', 'audit'] });
  const download = useApiMutation(GroupExportDownloadDocument, { payload: (r) => r.groupExportDownload, touches: ['audit'] });
  const making = exports.some(({ status }) => status === 'waiting' || status === 'running');

  const fetchLinks = (id: string) =>
    run(async () => {
      const made = await download.mutateAsync({ input: { groupExportId: id } });
      setLinks({ id, links: made.groupExportDownload?.links ?? [] });
    });
  return (
    <Section
      title={t('export.title')}
      intro={t('export.intro')}
      actions={
        can('departure.group_export.request') && (
          <Button type="primary" loading={busy} disabled={making} onClick={() => void run(() => request.mutateAsync({}), t('export.requested'))}>
            {t('export.request')}
          </Button>
        )
      }
    >
      {exports.length === 0 && <p className="soft">{t('export.empty')}</p>}
      <ul className={styles.items}>
        {exports.map((each) => (
          <li key={each.id}>
            <span>
              <StatusTag tone={TONES[each.status ?? ''] ?? 'idle'}>{t(`export.status.${each.status as State}`)}</StatusTag> <DateTime value={each.finishedAt ?? each.createdAt} />
            </span>
            {(each.status === 'running' || each.status === 'waiting') && <Progress percent={each.total ? Math.round(((each.done ?? 0) / each.total) * 100) : 0} size="small" aria-label={t('export.progress')} />}
            {each.status === 'done' && (
              <>
                <span className="soft">
                  <Quantity value={each.byteCount} unit={t('export.bytes')} /> · {t('export.until')} <DateTime value={each.expiresAt} />
                </span>
                <code className={styles.hash}>{each.sha256}</code>
                {can('departure.group_export.download') && links?.id !== each.id && (
                  <Button loading={busy} onClick={() => void fetchLinks(each.id)}>
                    {t('export.download')}
                  </Button>
                )}
                {links?.id === each.id &&
                  links.links.map((link, place) => (
                    <a key={link} href={link} download>
                      {t('export.part', { number: place + 1, count: links.links.length })}
                    </a>
                  ))}
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
