import { useTranslation } from 'react-i18next';
import type { FlowFindingsQuery } from '@/gql/unit/graphql';
import { StatusTag } from '@/shared/ui/StatusTag';
import styles from './flows.module.css';

export type Finding = FlowFindingsQuery['flowFindings'][number];

interface FindingsProps {
  findings: readonly Finding[];
  maxHumanSteps: number;
  onSelect: (nodeId: string) => void;
}

/** What the checker says of the flow as it is drawn now; choosing one leads to its place. */
export function Findings({ findings, maxHumanSteps, onSelect }: FindingsProps) {
  const { t, i18n } = useTranslation('approvals');
  if (findings.length === 0) {
    return (
      <StatusTag tone="good">
        <span className={styles.sound}>{t('flow.sound', { max: maxHumanSteps })}</span>
      </StatusTag>
    );
  }
  return (
    <ul className={styles.findings}>
      {findings.map((finding, index) => (
        <li key={`${finding.code}-${index}`}>
          <StatusTag tone={finding.severity === 'error' ? 'bad' : 'warn'}>
            <button type="button" className={styles.finding} disabled={finding.nodeIds.length === 0} onClick={() => finding.nodeIds[0] && onSelect(finding.nodeIds[0])}>
              {i18n.language.startsWith('zh') ? finding.zh : finding.en}
            </button>
          </StatusTag>
          {finding.path.length > 0 && !finding.en.includes(finding.path.join(' → ')) && <div className="soft mono">{finding.path.join(' → ')}</div>}
        </li>
      ))}
    </ul>
  );
}
