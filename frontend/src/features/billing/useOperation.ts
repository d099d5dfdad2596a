import { App } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BillingOperationDocument } from '@/gql/group/graphql';
import { useApiQuery } from '@/shared/api/hooks';

const ASK_EVERY = 700;
const SUBJECTS = ['subscription', 'invoice', 'module', 'viewer'];

/** Leaves for a page of the payment provider. */
export const leaveFor = (url: string): void => window.location.assign(url);

const KNOWN = ['card_declined', 'expired_card', 'insufficient_funds', 'authentication_required', 'coupon_invalid', 'coupon_expired', 'plan_gone', 'no_answer'] as const;

/** Refusals that have words of ours, with a way on; others are told in the provider's. */
const isKnown = (code: string): code is (typeof KNOWN)[number] => (KNOWN as readonly string[]).includes(code);

interface Watched {
  /** Begins to watch an operation that was asked for. */
  watch: (id: string | undefined) => void;
  /** Whether an answer is awaited. */
  waiting: boolean;
  /** Why the last one was refused, with a way on where there is one. */
  refused: string | null;
}

/** This will wait for the payment provider's answer: go on at its page, or refresh what is shown, or say why not. */
export function useOperation(onDone?: () => void): Watched {
  const { t } = useTranslation('billing');
  const { message } = App.useApp();
  const refusalOf = (code: string, words: string): string => (isKnown(code) ? t(`refusedFor.${code}`) : t('refused', { reason: words }));
  const client = useQueryClient();
  const [id, setId] = useState<string>();
  const handled = useRef<string>(undefined);
  const { data } = useApiQuery(
    BillingOperationDocument,
    { id: id ?? '' },
    { subject: 'operation', enabled: id !== undefined, refetchInterval: (found) => (found?.billingOperation?.status === 'waiting' ? ASK_EVERY : false) },
  );
  const operation = id !== undefined && data?.billingOperation?.id === id ? data.billingOperation : null;
  const status = operation?.status;
  const [url, done] = [operation?.url, status === 'done'];
  useEffect(() => {
    if (!done || handled.current === id) return;
    handled.current = id;
    if (url) {
      leaveFor(url);
      return;
    }
    void client.invalidateQueries({ predicate: ({ queryKey }) => SUBJECTS.includes(String(queryKey[1])) });
    void message.success(t('done'));
    onDone?.();
  }, [id, done, url, client, message, t, onDone]);
  return {
    watch: setId,
    waiting: id !== undefined && (status === undefined || status === 'waiting' || (done && !!url)),
    refused: status === 'refused' ? refusalOf(operation?.code ?? '', operation?.message ?? '') : null,
  };
}
