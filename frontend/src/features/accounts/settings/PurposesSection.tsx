import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConsentGiveDocument, ConsentWithdrawDocument, DataPurposesDocument } from '@/gql/group/graphql';
import { useApiMutation, useApiQuery } from '@/shared/api/hooks';
import { useAction } from '@/shared/form/useAction';
import { formatInstant } from '@/shared/ui/format';
import { Section } from '@/shared/ui/Page';
import { Failure, Loading } from '@/shared/ui/States';
import styles from './settings.module.css';

const PERSON_DOOR = { kind: 'group' } as const;

/** What the person's data are used for, on what grounds, and what the person may take back. */
export function PurposesSection() {
  const { t, i18n } = useTranslation('accounts');
  const { run, busy } = useAction();
  const { data, error, isPending, refetch } = useApiQuery(DataPurposesDocument, {}, { subject: 'consent', door: PERSON_DOOR });
  const give = useApiMutation(ConsentGiveDocument, { payload: (r) => r.consentGive, touches: ['consent', 'alertMails'], door: PERSON_DOOR });
  const withdraw = useApiMutation(ConsentWithdrawDocument, { payload: (r) => r.consentWithdraw, touches: ['consent', 'alertMails'], door: PERSON_DOOR });
  const answer = (purpose: string, given: boolean) => run(() => (given ? give : withdraw).mutateAsync({ input: { purpose } }), t('data.saved'));
  return (
    <Section title={t('data.purposes')} intro={t('data.purposesIntro')}>
      {isPending && <Loading />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <ul className={styles.items}>
        {data?.dataPurposes.map((purpose) => (
          <li key={purpose.code} className={styles.item}>
            <span className={styles.itemText}>
              <strong>{purpose.name}</strong>
              <span className="soft">{purpose.about}</span>
              <span className="soft">
                {t(`data.basis.${purpose.basis as 'contract'}`)}
                {purpose.answeredAt && ` · ${t('data.answered', { when: formatInstant(purpose.answeredAt, i18n.language), version: purpose.answeredVersion ?? purpose.version })}`}
              </span>
            </span>
            {purpose.mayChoose && <Switch checked={purpose.given} loading={busy} aria-label={purpose.name} onChange={(given) => void answer(purpose.code, given)} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
