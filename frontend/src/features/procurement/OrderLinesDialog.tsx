import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RequisitionOrderDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { SupplierPicker } from '@/shared/pickers/SupplierPicker';
import { useUoms } from '@/shared/pickers/useUoms';
import { usePlaces } from './places';
import type { Requisition } from './RequisitionPage';
import styles from './procurement.module.css';

interface LineChoice {
  take: boolean;
  quantity: string;
  unitPrice: string;
  supplierOrgId?: string;
}

interface Values {
  lines: Record<string, LineChoice>;
}

interface OrderLinesDialogProps {
  open: boolean;
  requisition: Requisition;
  onClose: () => void;
}

/** Turns approved lines into draft orders, one for each supplier. */
export function OrderLinesDialog({ open, requisition, onClose }: OrderLinesDialogProps) {
  const { t } = useTranslation(['procurement', 'common']);
  const uom = useUoms().name;
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const order = useApiMutation(RequisitionOrderDocument, { payload: (r) => r.requisitionOrder, touches: ['requisition', 'order'] });
  const lines = requisition.lines.filter((line) => Number(line.openQuantity) > 0);
  const initial: Values = {
    lines: Object.fromEntries(
      lines.map((line) => [line.id, { take: true, quantity: line.openQuantity, unitPrice: line.unitPrice, supplierOrgId: line.suggestedSupplierId ?? undefined }]),
    ),
  };

  const send = ({ lines: chosen }: Values, idempotencyKey: string) =>
    order.mutateAsync({
      input: {
        requisitionId: requisition.id,
        version: requisition.version,
        idempotencyKey,
        lines: Object.entries(chosen)
          .filter(([, line]) => line.take)
          .map(([lineId, { quantity, unitPrice, supplierOrgId }]) => ({ lineId, quantity, unitPrice, supplierOrgId })),
      },
    });

  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('requisition.orderTitle', { number: requisition.number })}
      intro={t('requisition.orderIntro')}
      form={form}
      initial={initial}
      submitLabel={t('action.makeOrders')}
      send={send}
      onDone={() => {
        onClose();
        void navigate(`${places.orders}?search=`);
      }}
      onClose={onClose}
    >
      {lines.map((line) => (
        <fieldset key={line.id} className={styles.orderLine}>
          <legend>
            <Form.Item name={['lines', line.id, 'take']} valuePropName="checked" noStyle>
              <Checkbox>
                {line.lineNo} · {line.description}
              </Checkbox>
            </Form.Item>
          </legend>
          <div className={styles.orderLineFields}>
            <Form.Item name={['lines', line.id, 'quantity']} label={t('common:form.withUnit', { what: t('line.quantity'), unit: uom(line.unit) })}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
            <Form.Item name={['lines', line.id, 'unitPrice']} label={t('common:form.withUnit', { what: t('line.unitPrice'), unit: requisition.currency })}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
          </div>
          <Form.Item name={['lines', line.id, 'supplierOrgId']} label={t('field.supplier')}>
            <SupplierPicker />
          </Form.Item>
        </fieldset>
      ))}
    </FormDialog>
  );
}
