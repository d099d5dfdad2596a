import { App, type FormInstance } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkError, RefusedError, ApiError, type Refusal } from '@/shared/api/errors';
import { useIdempotencyKey } from '@/shared/api/idempotency';

interface SubmitOptions<Values extends object, Result> {
  form: FormInstance<Values>;
  /** Sends the change; raises RefusedError when the domain refuses. */
  send: (values: Values, idempotencyKey: string) => Promise<Result>;
  onDone: (result: Result, values: Values) => void | Promise<void>;
  /** Server field name → form field name, where they differ. */
  fields?: Record<string, string>;
}

export interface Submit<Values> {
  submit: (values: Values) => Promise<void>;
  busy: boolean;
  /** Refusals about no field of this form, shown above it. */
  general: readonly string[];
}

/** This will send a form once per intention, and put each refusal where the person can correct it. */
export function useSubmit<Values extends object, Result>({ form, send, onDone, fields = {} }: SubmitOptions<Values, Result>): Submit<Values> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { keyFor, renew } = useIdempotencyKey();
  const [busy, setBusy] = useState(false);
  const [general, setGeneral] = useState<readonly string[]>([]);

  const explain = useCallback(
    (error: unknown): readonly string[] => {
      if (error instanceof RefusedError) return placeRefusals(form as FormInstance, error.refusals, fields);
      if (error instanceof NetworkError) return [`${t('state.offline')}. ${t('state.offlineHint')}`];
      if (error instanceof ApiError) return [error.id ? `${error.message} (${t('state.reference', { id: error.id })})` : error.message];
      throw error;
    },
    [form, fields, t],
  );

  const submit = useCallback(
    async (values: Values) => {
      setBusy(true);
      setGeneral([]);
      try {
        const result = await send(values, keyFor(values));
        renew();
        await onDone(result, values);
      } catch (error) {
        const rest = explain(error);
        setGeneral(rest);
        if (rest.length === 0) void message.warning(t('form.fix'));
      } finally {
        setBusy(false);
      }
    },
    [send, keyFor, renew, onDone, explain, message, t],
  );
  return { submit, busy, general };
}

/** Puts each refusal at its field; returns the sentences that belong to no field of this form. */
export function placeRefusals(form: FormInstance, refusals: readonly Refusal[], fields: Record<string, string>): readonly string[] {
  const byField = new Map<string, string[]>();
  const rest: string[] = [];
  for (const { field, message } of refusals) {
    // The server names a field by its way in (`item.sku`), the form often by its last part.
    const names = field ? [fields[field] ?? field, field.split('.').at(-1) ?? field] : [];
    const name = names.find((each) => form.getFieldInstance(each) !== undefined);
    if (name) byField.set(name, [...(byField.get(name) ?? []), message]);
    else rest.push(message);
  }
  form.setFields([...byField].map(([name, errors]) => ({ name, errors })));
  const first = byField.keys().next();
  if (!first.done) form.scrollToField(first.value, { focus: true });
  return rest;
}
