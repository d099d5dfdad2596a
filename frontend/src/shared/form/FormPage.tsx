import { Button, Form, type FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '@/shared/keyboard/HotkeyContext';
import { Page, type Crumb } from '@/shared/ui/Page';
import { FormErrors } from './FormErrors';
import { useSubmit } from './useSubmit';
import { useUnsavedGuard } from './useUnsavedGuard';
import styles from './form.module.css';

interface FormPageProps<Values extends object, Result> {
  title: string;
  intro?: ReactNode;
  crumbs: readonly Crumb[];
  form: FormInstance<Values>;
  initial?: Partial<Values>;
  submitLabel: string;
  /** Sends the values once; a refusal comes back to the fields. */
  send: (values: Values, idempotencyKey: string) => Promise<Result>;
  onDone: (result: Result, values: Values) => void | Promise<void>;
  onCancel: () => void;
  fields?: Record<string, string>;
  /** Takes the whole width, for forms with lines. */
  wide?: boolean;
  children: ReactNode;
}

/** A whole screen that is one form: fields, refusals where they belong, one submit, and a guard against losing it. */
export function FormPage<Values extends object, Result>(props: FormPageProps<Values, Result>) {
  const { title, intro, crumbs, form, initial, submitLabel, send, onDone, onCancel, fields, wide = false, children } = props;
  const { t } = useTranslation();
  const [dirty, setDirty] = useState(false);
  const { submit, busy, general } = useSubmit<Values, Result>({ form, send, fields, onDone });
  const guard = useUnsavedGuard(dirty && !busy);
  useHotkeys([{ keys: 'mod+Enter', label: t('keyboard.save'), run: () => form.submit(), everywhere: true }]);
  return (
    <Page title={title} intro={intro} crumbs={crumbs} width={wide ? 'work' : 'reading'}>
      <div className={wide ? styles.wide : styles.sheet}>
        <FormErrors messages={general} />
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={initial}
          onValuesChange={() => setDirty(true)}
          onFinish={(values) => void submit(values)}
          scrollToFirstError={{ focus: true }}
        >
          {children}
          <div className={styles.foot}>
            <Button type="primary" htmlType="submit" loading={busy}>
              {submitLabel}
            </Button>
            <Button onClick={onCancel}>{t('action.cancel')}</Button>
          </div>
        </Form>
      </div>
      {guard}
    </Page>
  );
}
