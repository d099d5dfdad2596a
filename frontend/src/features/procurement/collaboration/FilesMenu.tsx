import { Button, Dropdown } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ExchangeDocumentDocument, OrderMessageImportDocument } from '@/gql/unit/graphql';
import { uploadFile } from '@/shared/api/upload';
import { execute } from '@/shared/api/client';
import { useDoor } from '@/shared/api/DoorContext';
import { useApiMutation } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { useCan } from '@/shared/session/ViewerContext';
import { usePlaces } from '../places';
import { TOUCHES } from './deal';

interface FilesMenuProps {
  /** An order, a change of it, an answer, a ship notice or an invoice; without one files are taken in alone. */
  documentId?: string;
  /** Files are given out alone: the document's kind comes in elsewhere. */
  givesOnly?: boolean;
  small?: boolean;
}

/** A document as a UBL or cXML file, and files of the other side taken in. */
export function FilesMenu({ documentId, givesOnly = false, small = false }: FilesMenuProps) {
  const { t } = useTranslation('procurement');
  const can = useCan();
  const door = useDoor();
  const places = usePlaces();
  const navigate = useNavigate();
  const { run, busy } = useAction();
  const input = useRef<HTMLInputElement>(null);
  const takeIn = useApiMutation(OrderMessageImportDocument, { payload: (r) => r.orderMessageImport, touches: TOUCHES });

  const give = (format: 'ubl' | 'cxml') =>
    run(async () => {
      const { exchangeDocument } = await execute(door, ExchangeDocumentDocument, { id: documentId ?? '', format });
      if (exchangeDocument) save(exchangeDocument.name, exchangeDocument.contentType, exchangeDocument.content);
    });

  const take = (file: File) =>
    run(async () => {
      const fileId = await uploadFile(door, 'order_message', file);
      const made = (await takeIn.mutateAsync({ input: { fileId, idempotencyKey: fileId } })).orderMessageImport;
      const order = made?.order?.id ?? made?.change?.orderId ?? made?.confirmation?.orderId;
      if (made?.notice) void navigate(places.shipNotice(made.notice.id));
      else if (order) void navigate(places.order(order));
    }, t('deal.files.taken'));

  const choose = (key: string) => {
    if (key === 'take') input.current?.click();
    else void give(key === 'ubl' ? 'ubl' : 'cxml');
  };
  const gives = documentId !== undefined && can('procurement.price.read');
  const takes = can('procurement.order_message.import') && !givesOnly;
  if (!gives && !takes) return null;
  const items = [
    ...(gives ? [{ key: 'ubl', label: t('deal.files.ubl') }, { key: 'cxml', label: t('deal.files.cxml') }] : []),
    ...(takes ? [{ key: 'take', label: t('deal.files.take') }] : []),
  ];
  return (
    <>
      {gives ? (
        <Dropdown menu={{ items, onClick: ({ key }) => choose(key) }} trigger={['click']}>
          <Button loading={busy} size={small ? 'small' : 'middle'}>{t('deal.files.title')}</Button>
        </Dropdown>
      ) : (
        <Button loading={busy} onClick={() => choose('take')}>{t('deal.files.take')}</Button>
      )}
      <input
        ref={input}
        type="file"
        accept=".xml,application/xml,text/xml"
        hidden
        aria-label={t('deal.files.take')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
    </>
  );
}

function save(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
