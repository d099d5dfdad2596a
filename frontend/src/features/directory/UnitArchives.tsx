import { useTranslation } from 'react-i18next';
import { UnitArchivesDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';
import { Section } from '@/shared/ui/Page';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import { DateTime, Quantity } from '@/shared/ui/Values';
import styles from './directory.module.css';

const TONES: Record<string, Tone> = { waiting: 'accent', done: 'good', failed: 'bad' };

/** Full exports of a unit with the hash that proves them whole; shown where there is one. */
export function UnitArchives({ unitId }: { unitId: string }) {
  const { t } = useTranslation('directory');
  const { data } = useApiQuery(UnitArchivesDocument, { id: unitId }, { subject: 'unitArchive' });
  const archives = data?.unitArchives.nodes ?? [];
  if (archives.length === 0) return null;
  return (
    <Section title={t('archive.title')} intro={t('archive.intro')}>
      <ul className={styles.archives}>
        {archives.map((archive) => (
          <li key={archive.id}>
            <span>
              <StatusTag tone={TONES[archive.status] ?? 'idle'}>{t(`archive.status.${archive.status}` as 'archive.status.done', { defaultValue: archive.status })}</StatusTag>{' '}
              <DateTime value={archive.finishedAt ?? archive.createdAt} />
            </span>
            {archive.status === 'done' && (
              <>
                <span className="soft">
                  <Quantity value={archive.rowCount} unit={t('archive.rows')} /> · <Quantity value={archive.byteCount} unit={t('archive.bytes')} />
                </span>
                <code className={styles.hash}>{archive.manifestSha256}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
