import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts } from '@/shared/ui/Page';
import { DateTime, Nothing } from '@/shared/ui/Values';
import { actionName, actorName, changesOf, fieldName, isIdentifier, kindName, subjectName, valueWords, type AuditEntry } from './auditEntry';
import styles from './audit.module.css';

/** One entry in full: every field before and after. */
export function AuditDrawer({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
  const { t, i18n } = useTranslation('runtime');
  const chinese = i18n.language.startsWith('zh');
  return (
    <Drawer open={entry !== null} onClose={onClose} size={560} title={entry && subjectName(i18n, entry)}>
      {entry && (
        <>
          <Facts
            items={[
              { term: t('audit.at'), value: <DateTime value={entry.at} /> },
              { term: t('audit.actor'), value: <Link to={`?f.actorKey=${encodeURIComponent(entry.actorKey)}`} onClick={onClose}>{actorName(entry, chinese)}</Link> },
              { term: t('audit.action'), value: actionName(entry, chinese) },
              { term: t('audit.code'), value: <code>{entry.action}</code> },
              { term: t('audit.subject'), value: entry.subjectLabel ? <Link to={`?f.subjectLabel=${encodeURIComponent(entry.subjectLabel)}`} onClick={onClose}>{subjectName(i18n, entry)}</Link> : <Nothing /> },
              { term: t('audit.subjectType'), value: kindName(entry, chinese) },
              { term: t('audit.reason'), value: entry.reason || <Nothing /> },
              { term: t('audit.ip'), value: entry.ipAddress ? <span className="mono">{entry.ipAddress}</span> : <Nothing /> },
              { term: t('audit.request'), value: entry.requestId ? <span className="mono">{entry.requestId}</span> : <Nothing /> },
            ]}
          />
          <table className={styles.diff}>
            <thead>
              <tr>
                <th scope="col">{t('audit.field')}</th>
                <th scope="col">{t('audit.before')}</th>
                <th scope="col">{t('audit.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changesOf(entry.old, entry.new).map((change) => (
                <tr key={change.field}>
                  <th scope="row" title={change.field}>
                    {fieldName(i18n, change.field)}
                  </th>
                  <td>
                    <Value value={change.old} />
                  </td>
                  <td>
                    <Value value={change.new} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Drawer>
  );
}

/** What nests deeper than words can follow is shown as it was kept. */
function Value({ value }: { value: unknown }) {
  const { i18n } = useTranslation('runtime');
  if (isIdentifier(value)) return <span className="mono">{value as string}</span>;
  if (isDeep(value)) return <pre className={styles.deep}>{JSON.stringify(value, null, 2)}</pre>;
  return valueWords(i18n, value) || <Nothing />;
}

function isDeep(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some((each) => typeof each === 'object' && each !== null);
}
