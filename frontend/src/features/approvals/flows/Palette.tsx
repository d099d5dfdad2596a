import ApartmentOutlined from '@ant-design/icons/es/icons/ApartmentOutlined';
import UndoOutlined from '@ant-design/icons/es/icons/UndoOutlined';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DRAG_TYPE, type NodeKind } from './graph';
import type { Draft } from './useDraft';
import styles from './flows.module.css';

const KINDS: readonly NodeKind[] = ['step', 'branch', 'end'];

/** What a flow is drawn from: dragged onto the drawing, or clicked to stand behind the chosen node. */
export function Palette({ draft, onAdd }: { draft: Draft; onAdd: (kind: NodeKind) => void }) {
  const { t } = useTranslation('approvals');
  return (
    <div className={styles.palette}>
      <Input className={styles.name} aria-label={t('field.name')} value={draft.name} maxLength={120} onChange={(event) => draft.rename(event.target.value)} />
      {KINDS.map((kind) => (
        <Button key={kind} draggable onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, kind)} onClick={() => onAdd(kind)}>
          {t(`node.add.${kind}`)}
        </Button>
      ))}
      <Button icon={<UndoOutlined />} disabled={!draft.canUndo} title={t('flow.undo')} aria-label={t('flow.undo')} onClick={draft.undo} />
      <Button icon={<ApartmentOutlined rotate={-90} />} disabled={draft.graph.nodes.length === 0} title={t('flow.arrange')} aria-label={t('flow.arrange')} onClick={draft.arrange} />
      <span className="soft">{t('flow.dragHint')}</span>
    </div>
  );
}
