import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { BranchNode, EndNode, FlowNode, StepNode } from './graph';
import { useConditionWords } from './words';
import styles from './flows.module.css';

export interface DrawnNode extends Record<string, unknown> {
  node: FlowNode;
  isStart: boolean;
  severity: string | null;
}

type Props = NodeProps<Node<DrawnNode>>;

function classes({ data, selected }: Props): string {
  return [styles.node, selected && styles.chosen, data.severity === 'error' && styles.broken, data.severity === 'warning' && styles.doubtful].filter(Boolean).join(' ');
}

function Start({ isStart }: { isStart: boolean }) {
  const { t } = useTranslation('approvals');
  return isStart ? <span className={styles.start}>{t('node.start')}</span> : null;
}

function StepDrawn(props: Props) {
  const { t, i18n } = useTranslation('approvals');
  const step = props.data.node as StepNode;
  return (
    <div className={classes(props)}>
      <Handle type="target" position={Position.Left} />
      <Start isStart={props.data.isStart} />
      <strong>{i18n.language.startsWith('zh') ? step.name_zh : step.name_en}</strong>
      <span className="soft">
        {t(`mode.${step.mode}`)} · {t('node.assignees', { count: step.assignees.length })}
      </span>
      <Handle type="source" position={Position.Right} id="next" />
    </div>
  );
}

function BranchDrawn(props: Props) {
  const { t } = useTranslation('approvals');
  const words = useConditionWords();
  const branch = props.data.node as BranchNode;
  return (
    <div className={classes(props)}>
      <Handle type="target" position={Position.Left} />
      <Start isStart={props.data.isStart} />
      <strong>{t('node.branch')}</strong>
      {branch.rows.map((row, index) => (
        <div key={index} className={styles.row}>
          {row.when.length > 0 ? row.when.map(words).join(` ${t('node.and')} `) : t('node.always')}
          <Handle type="source" position={Position.Right} id={`row-${index}`} />
        </div>
      ))}
      <div className={styles.row}>
        {t('node.else')}
        <Handle type="source" position={Position.Right} id="else" />
      </div>
    </div>
  );
}

function EndDrawn(props: Props) {
  const { t } = useTranslation('approvals');
  const end = props.data.node as EndNode;
  return (
    <div className={classes(props)}>
      <Handle type="target" position={Position.Left} />
      <Start isStart={props.data.isStart} />
      <strong>{t('node.end')}</strong>
      {end.automatic && <span className="soft">{t('node.automatic')}</span>}
    </div>
  );
}

export const NODE_TYPES = { step: StepDrawn, branch: BranchDrawn, end: EndDrawn };
