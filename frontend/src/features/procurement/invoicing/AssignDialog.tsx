import { Form } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceAssignDocument, PurchaseOrdersDocument } from '@/gql/unit/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { SearchPicker } from '@/shared/pickers/SearchPicker';
import type { Invoice } from './InvoicePage';

interface Values {
  orderId: string;
}

interface AssignDialogProps {
  open: boolean;
  invoice: Invoice;
  onClose: () => void;
}

/** Names the order that an invoice is for, among the placed orders of its supplier. */
export function AssignDialog({ open, invoice, onClose }: AssignDialogProps) {
  const { t } = useTranslation('procurement');
  const [form] = Form.useForm<Values>();
  const assign = useApiMutation(InvoiceAssignDocument, { payload: (r) => r.invoiceAssign, touches: ['invoice', 'order'] });
  const { supplierId } = invoice;
  const useOptions = useCallback(
    function useOrderOptions(words: string) {
      const filter = { supplierOrgGid: { eq: supplierId }, status: { in: ['issued', 'closed', 'short_closed'] } };
      const { data, isFetching } = useApiQuery(PurchaseOrdersDocument, { first: 20, search: words || undefined, filter, prices: false, inside: false }, { subject: 'order', enabled: open, keepPrevious: true });
      const options = data?.purchaseOrders.edges.map(({ node }) => ({ value: node.id, label: node.number, detail: node.supplierName })) ?? [];
      return { options, busy: isFetching };
    },
    [supplierId, open],
  );
  return (
    <FormDialog<Values, unknown>
      open={open}
      title={t('billing.assignTitle')}
      form={form}
      submitLabel={t('billing.assign')}
      send={({ orderId }) => assign.mutateAsync({ input: { invoiceId: invoice.id, version: invoice.version, orderId } })}
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item name="orderId" label={t('billing.order')} rules={[{ required: true }]}>
        <SearchPicker useOptions={useOptions} />
      </Form.Item>
    </FormDialog>
  );
}
