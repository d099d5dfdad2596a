import { Form, Modal, type FormInstance } from 'antd';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from './FormErrors';
import { useSubmit } from './useSubmit';
import styles from './form.module.css';

interface FormDialogProps<Values extends object, Result> {
  open: boolean;
  title: string;
  intro?: ReactNode;
  form: FormInstance<Values>;
  initial?: Partial<Values>;
  submitLabel: string;
  danger?: boolean;
  send: (values: Values, idempotencyKey: string) => Promise<Result>;
  onDone: (result: Result, values: Values) => void | Promise<void>;
  onClose: () => void;
  fields?: Record<string, string>;
  children?: ReactNode;
}

/** Who opens a form begins with its first field; a calendar would open over the form when it is focused. */
function focusFirst(body: HTMLElement | null): void {
  const field = body?.querySelector<HTMLElement>('input:not([type=radio], [type=checkbox], [type=file]), textarea');
  if (!field?.closest('.ant-picker')) field?.focus();
}

/** A short form over the page, for one decision; it stays open until the server has agreed. */
export function FormDialog<Values extends object, Result>(props: FormDialogProps<Values, Result>) {
  const { open, title, intro, form, initial, submitLabel, danger = false, send, onDone, onClose, fields, children } = props;
  const { t } = useTranslation();
  const name = useId();
  const body = useRef<HTMLDivElement>(null);
  const { submit, busy, general } = useSubmit<Values, Result>({ form, send, fields, onDone });
  useEffect(() => {
    if (!open) return;
    form.resetFields();
    if (initial) form.setFieldsValue(initial as Parameters<typeof form.setFieldsValue>[0]);
    // The values to begin with count at the moment of opening only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);
  return (
    <Modal
      open={open}
      title={title}
      okText={submitLabel}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger, htmlType: 'submit' }}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
      forceRender
      afterOpenChange={(shown) => shown && focusFirst(body.current)}
    >
      {intro && <p className={`soft ${styles.intro}`}>{intro}</p>}
      <FormErrors messages={general} />
      {/* Named, so that the labels of several dialogs on one page do not point at each other's fields. */}
      <div ref={body}>
        <Form<Values> name={name} form={form} layout="vertical" onFinish={(values) => void submit(values)}>
          {children}
        </Form>
      </div>
    </Modal>
  );
}
