import type { FormInstance } from 'antd';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NetworkError } from '@/shared/api/errors';
import type { AuthAnswer, FieldError } from '@/shared/session/allauth';

/** Our own sentence for a code we know (both languages alike), else the server's. */
export function authErrorText({ code, message }: FieldError): string {
  return i18next.exists(`error.${code}`, { ns: 'accounts' }) ? i18next.t(`error.${code}` as 'error.invalid', { ns: 'accounts' }) : message;
}

interface AuthSubmit<Values> {
  submit: (values: Values) => Promise<void>;
  busy: boolean;
  general: readonly string[];
}

/**
 * This will send an authentication form and place what the server objects to at its fields.
 * `onAnswer` gets every answer that is no objection, among them the 401 that names the next step.
 */
export function useAuthSubmit<Values extends object>(
  form: FormInstance<Values>,
  send: (values: Values) => Promise<AuthAnswer>,
  onAnswer: (answer: AuthAnswer, values: Values) => void,
): AuthSubmit<Values> {
  const { t } = useTranslation(['accounts', 'common']);
  const [busy, setBusy] = useState(false);
  const [general, setGeneral] = useState<readonly string[]>([]);

  function place(answer: AuthAnswer): readonly string[] {
    const plain = form as FormInstance;
    if (answer.status === 429) return [t('error.rate_limited')];
    if (answer.status === 409) return [t('error.conflict')];
    if (answer.status === 403) return [t('error.signup_closed')];
    const rest: string[] = [];
    for (const error of answer.errors ?? []) {
      if (error.param && plain.getFieldInstance(error.param) !== undefined) plain.setFields([{ name: error.param, errors: [authErrorText(error)] }]);
      else rest.push(authErrorText(error));
    }
    return rest;
  }

  async function submit(values: Values) {
    setBusy(true);
    setGeneral([]);
    try {
      const answer = await send(values);
      if (answer.status === 200 || answer.status === 401) onAnswer(answer, values);
      else setGeneral(place(answer));
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      setGeneral([t('common:state.offline')]);
    } finally {
      setBusy(false);
    }
  }
  return { submit, busy, general };
}
