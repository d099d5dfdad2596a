import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, NetworkError, RefusedError } from '@/shared/api/errors';

/** How long a refusal stays, in seconds: it is a sentence, and says what to do. */
const READING_TIME = 10;

/** This will run a change that has no form (a button), say that it is done, or say why it was refused. */
export function useAction() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  const run = useCallback(
    async (action: () => Promise<unknown>, done?: string): Promise<boolean> => {
      setBusy(true);
      try {
        await action();
        if (done) void message.success(done);
        return true;
      } catch (error) {
        if (error instanceof RefusedError || error instanceof ApiError) void message.error(error.message, READING_TIME);
        else if (error instanceof NetworkError) void message.error(t('state.offline'), READING_TIME);
        else throw error;
        return false;
      } finally {
        setBusy(false);
      }
    },
    [message, t],
  );
  return { run, busy };
}
