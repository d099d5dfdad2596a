import { Button, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '@/shared/ui/Page';
import { nodeLabel, type FlowGraph } from './graph';
import styles from './flows.module.css';

interface WholeProps {
  graph: FlowGraph;
  editable: boolean;
  onChange: (graph: FlowGraph) => void;
  onSelect: (id: string) => void;
}

/** The flow as a whole, while no node is chosen: its term, and its nodes as a list that keys can walk. */
export function Whole({ graph, editable, onChange, onSelect }: WholeProps) {
  const { t, i18n } = useTranslation(['approvals', 'common']);
  const chinese = i18n.language.startsWith('zh');
  return (
    <Section title={t('flow.whole')}>
      <Form layout="vertical" component="div">
        <Form.Item label={t('common:form.withUnit', { what: t('flow.expireAfter'), unit: t('figures.days') })} htmlFor="flow-expires">
          <InputNumber
            id="flow-expires"
            min={1}
            max={365}
            precision={0}
            disabled={!editable}
            value={graph.expire_after_days}
            style={{ width: '100%' }}
            onChange={(days) => onChange({ ...graph, expire_after_days: days ?? undefined })}
          />
        </Form.Item>
      </Form>
      <ul className={styles.outline} aria-label={t('flow.nodes')}>
        {graph.nodes.map((node) => (
          <li key={node.id}>
            <Button type="text" onClick={() => onSelect(node.id)}>
              {nodeLabel(node, chinese, t(`node.${node.type}`))}
              {graph.start === node.id && <span className={styles.start}>{t('node.start')}</span>}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
