import { DatePicker, Form, Input, Select } from 'antd';
import type dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ShipNoticeCreateDocument, ShipNoticeSendDocument } from '@/gql/unit/graphql';
import { useApiMutation } from '@/shared/api/hooks';
import { FormDialog } from '@/shared/form/FormDialog';
import { useUoms } from '@/shared/pickers/useUoms';
import { usePlaces } from '../places';
import { dayOf, openQuantity, PRICE, textOf, TOUCHES, unshipped, type Deal } from './deal';
import styles from './collaboration.module.css';

interface LineValues {
  quantity?: string;
  lotNo?: string;
  expiry?: dayjs.Dayjs | null;
  sscc?: string;
}

interface Values {
  shipped?: dayjs.Dayjs | null;
  expected?: dayjs.Dayjs | null;
  carrierName?: string;
  trackingNo?: string;
  transportMode?: string;
  lines: Record<string, LineValues>;
}

const MODES = ['road', 'rail', 'sea', 'air', 'post'] as const;

/** Writes a ship notice and sends it at once; what is still to be shipped stands there already. */
export function NoticeDialog({ open, deal, onClose }: { open: boolean; deal: Deal; onClose: () => void }) {
  const { t } = useTranslation(['procurement', 'common']);
  const uom = useUoms().name;
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const places = usePlaces();
  const create = useApiMutation(ShipNoticeCreateDocument, { payload: (r) => r.shipNoticeCreate, touches: TOUCHES });
  const tell = useApiMutation(ShipNoticeSendDocument, { payload: (r) => r.shipNoticeSend, touches: TOUCHES });
  const first = deal.lines.map((line) => line.schedules.find((part) => part.promisedDate)?.promisedDate).find(Boolean);
  const initial: Values = {
    expected: dayOf(first),
    lines: Object.fromEntries(deal.lines.map((line) => [line.id, { quantity: unshipped(deal, line) }])),
  };

  const send = async ({ lines, shipped, expected, ...header }: Values, idempotencyKey: string) => {
    const made = await create.mutateAsync({
      input: { orderId: deal.id, idempotencyKey, ...contentOf(lines), header: { ...header, shippedDate: textOf(shipped), expectedDate: textOf(expected) } },
    });
    const notice = made.shipNoticeCreate?.notice;
    if (notice) await tell.mutateAsync({ input: { noticeId: notice.id, version: notice.version } });
    return notice?.id;
  };

  return (
    <FormDialog<Values, string | undefined>
      open={open}
      title={t('deal.notice.title', { number: deal.number })}
      intro={t('deal.notice.intro')}
      form={form}
      initial={initial}
      submitLabel={t('deal.notice.send')}
      send={send}
      onDone={(id) => {
        onClose();
        if (id) void navigate(places.shipNotice(id));
      }}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <Form.Item name="shipped" label={t('deal.notice.shipped')}>
          <DatePicker style={{ width: '100%' }} inputReadOnly />
        </Form.Item>
        <Form.Item name="expected" label={t('deal.notice.expected')}>
          <DatePicker style={{ width: '100%' }} inputReadOnly />
        </Form.Item>
        <Form.Item name="carrierName" label={t('deal.notice.carrier')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="trackingNo" label={t('deal.notice.tracking')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="transportMode" label={t('deal.notice.mode')}>
          <Select allowClear options={MODES.map((value) => ({ value, label: t(`deal.mode.${value}`) }))} />
        </Form.Item>
      </div>
      {deal.lines.map((line) => (
        <fieldset key={line.id} className={styles.lineBox}>
          <legend>
            {line.lineNo} · {line.description}
          </legend>
          <p className="soft">{t('deal.open', { quantity: openQuantity(line), unit: line.unit })}</p>
          <div className={styles.fields}>
            <Form.Item name={['lines', line.id, 'quantity']} label={t('common:form.withUnit', { what: t('deal.quantity'), unit: uom(line.unit) })} rules={[{ pattern: PRICE, message: t('deal.needDecimal') }]}>
              <Input inputMode="decimal" className="num" />
            </Form.Item>
            <Form.Item name={['lines', line.id, 'lotNo']} label={t('deal.notice.lot')}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name={['lines', line.id, 'expiry']} label={t('deal.notice.expiry')}>
              <DatePicker style={{ width: '100%' }} inputReadOnly />
            </Form.Item>
            <Form.Item name={['lines', line.id, 'sscc']} label={t('deal.notice.sscc')} tooltip={t('deal.notice.ssccHint')}>
              <Input maxLength={18} inputMode="numeric" className="num" />
            </Form.Item>
          </div>
        </fieldset>
      ))}
    </FormDialog>
  );
}

/** Lines with a quantity, and one package for each code. */
function contentOf(lines: Record<string, LineValues>) {
  const going = Object.entries(lines).filter(([, { quantity }]) => quantity && Number(quantity) > 0);
  const codes = [...new Set(going.map(([, { sscc }]) => sscc?.trim()).filter((code): code is string => Boolean(code)))];
  return {
    packages: codes.map((sscc) => ({ sscc })),
    lines: going.map(([lineId, { quantity = '', lotNo, expiry, sscc }]) => ({
      lineId,
      quantity,
      lotNo,
      expiryDate: textOf(expiry),
      packageNo: sscc?.trim() ? codes.indexOf(sscc.trim()) + 1 : undefined,
    })),
  };
}
