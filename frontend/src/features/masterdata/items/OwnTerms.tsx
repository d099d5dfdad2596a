import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ItemTermsOfItemDocument, ItemTermsRemoveDocument, ItemTermsSetDocument, type ItemTermsOfItemQuery } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { Columns } from '@/shared/form/Columns';
import { FormDialog } from '@/shared/form/FormDialog';
import { useAction } from '@/shared/form/useAction';
import { SupplierPicker } from '@/shared/pickers/SupplierPicker';
import { useCan } from '@/shared/session/ViewerContext';
import { Section } from '@/shared/ui/Page';
import { currencyOptions } from '@/shared/ui/places';
import { RowActions } from '@/shared/ui/RowActions';
import { DateTime, Quantity } from '@/shared/ui/Values';
import styles from './items.module.css';

type Terms = ItemTermsOfItemQuery['itemTerms']['nodes'][number];

interface Values {
  supplierOrgId: string;
  supplierPartNo?: string;
  unitPrice?: string | null;
  currency: string;
  leadDays?: number | null;
}

/** What this unit knows of the item at its suppliers; the group's record stays as it is. */
export function OwnTerms({ itemId }: { itemId: string }) {
  const { t } = useTranslation('masterdata');
  const can = useCan();
  const [target, setTarget] = useState<Terms | 'new' | null>(null);
  const { data } = useApiQuery(ItemTermsOfItemDocument, { item: itemId }, { subject: 'itemTerms' });
  const rows = data?.itemTerms.nodes ?? [];
  const may = can('procurement.item_terms.set');
  return (
    <Section title={t('terms.many')} intro={t('terms.intro')} actions={may && <Button onClick={() => setTarget('new')}>{t('terms.add')}</Button>}>
      {rows.length === 0 && <p className="soft">{t('terms.none')}</p>}
      <ul className={styles.terms}>
        {rows.map((row) => (
          <Entry key={row.id} row={row} may={may} onEdit={() => setTarget(row)} />
        ))}
      </ul>
      <TermsDialog itemId={itemId} target={target} onClose={() => setTarget(null)} />
    </Section>
  );
}

function Entry({ row, may, onEdit }: { row: Terms; may: boolean; onEdit: () => void }) {
  const { t } = useTranslation('masterdata');
  const { run } = useAction();
  const remove = useApiMutation(ItemTermsRemoveDocument, { payload: (result) => result.itemTermsRemove, touches: ['itemTerms'] });
  const name = row.supplier?.legalName ?? '';
  return (
    <li>
      <span className={styles.termsName}>
        <strong>{name}</strong>
        <span className="mono">{row.supplierPartNo}</span>
        <span className="soft">
          {row.setByName} · <DateTime value={row.setAt} />
        </span>
      </span>
      <span>{row.unitPrice && <Quantity value={row.unitPrice} unit={row.currency} decimals={6} />}</span>
      <span>{row.leadDays !== null && row.leadDays !== undefined && t('terms.days', { count: row.leadDays })}</span>
      {may && (
        <RowActions
          name={name}
          actions={[
            { key: 'edit', label: t('action.edit'), onClick: onEdit },
            { key: 'remove', label: t('terms.remove'), danger: true, onClick: () => void run(() => remove.mutateAsync({ input: { itemTermsId: row.id, version: row.version } }), t('terms.removed')) },
          ]}
        />
      )}
    </li>
  );
}

function TermsDialog({ itemId, target, onClose }: { itemId: string; target: Terms | 'new' | null; onClose: () => void }) {
  const { t, i18n } = useTranslation('masterdata');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const set = useApiMutation(ItemTermsSetDocument, { payload: (result) => result.itemTermsSet, touches: ['itemTerms'] });
  const known = target !== 'new' && target !== null ? target : undefined;
  const initial: Partial<Values> = known
    ? { supplierOrgId: known.supplierId, supplierPartNo: known.supplierPartNo, unitPrice: known.unitPrice, currency: known.currency, leadDays: known.leadDays }
    : {};
  return (
    <FormDialog<Values, unknown>
      key={known?.id ?? 'new'}
      open={target !== null}
      title={t('terms.set')}
      intro={t('terms.setHint')}
      form={form}
      initial={initial}
      submitLabel={t('action.save')}
      send={(values) => set.mutateAsync({ input: { itemId, ...values, unitPrice: values.unitPrice || null, version: known?.version ?? 0 } })}
      onDone={() => {
        void message.success(t('terms.saved'));
        onClose();
      }}
      onClose={onClose}
    >
      <Form.Item name="supplierOrgId" label={t('terms.supplier')} rules={[{ required: true, message: t('terms.supplierNeeded') }]} hidden={known !== undefined}>
        <SupplierPicker />
      </Form.Item>
      <Form.Item name="supplierPartNo" label={t('terms.partNo')}>
        <Input maxLength={80} />
      </Form.Item>
      <Columns>
        <Form.Item name="unitPrice" label={t('terms.price')}>
          <InputNumber<string> stringMode min="0" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="currency" label={t('terms.currency')} rules={[{ required: true, message: t('fxRate.currencyNeeded') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={[...currencyOptions(i18n.language)]} />
        </Form.Item>
      </Columns>
      <Form.Item name="leadDays" label={t('terms.lead')}>
        <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormDialog>
  );
}
