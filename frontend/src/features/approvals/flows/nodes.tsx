import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { BranchNode, EndNode, FlowNode, StepNode } from './graph';
import { useConditionWords } from './words';
import styles from './flows.module.css';

export interface DrawnNode extends Record<string, unknown> {
  node: FlowNode;
  isStart: boolean;
  severity: string | null;
  tried: boolean;
}

type Props = NodeProps<Node<DrawnNode>>;

function classes({ data, selected }: Props): string {
  return [styles.node, selected && styles.chosen, data.severity === 'error' && styles.broken, data.severity === 'warning' && styles.doubtful, data.tried && styles.tried].filter(Boolean).join(' ');
}

function Start({ isStart }: { isStart: boolean }) {
  const { t } = useTranslation('approvals');
  return isStart ? <span className={styles.start}>{t('node.start')}</span> : null;
}

/** The name of a node, and the id by which the checker speaks of it. */
function Title({ name, id }: { name: string; id: string }) {
  return (
    <strong>
      {name} <span className={`mono ${styles.key}`}>{id}</span>
    </strong>
  );
}

function StepDrawn(props: Props) {
  const { t, i18n } = useTranslation('approvals');
  const step = props.data.node as StepNode;
  return (
    <div className={classes(props)}>
      <Handle type="target" position={Position.Left} />
      <Start isStart={props.data.isStart} />
      <Title name={i18n.language.startsWith('zh') ? step.name_zh : step.name_en} id={step.id} />
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
      <Title name={t('node.branch')} id={branch.id} />
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
      <Title name={t('node.end')} id={end.id} />
      {end.automatic && <span className="soft">{t('node.automatic')}</span>}
    </div>
  );
}

export const NODE_TYPES = { step: StepDrawn, branch: BranchDrawn, end: EndDrawn };
