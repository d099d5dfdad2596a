import { Button, Form, Input, Modal, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '@/shared/form/FormErrors';
import { auth, isSignedIn } from './allauth';
import { passkeysWork, reauthenticateWithPasskey } from './passkey';
import { useAuthSubmit } from './useAuthSubmit';

interface Values {
  password?: string;
  code?: string;
}

interface ProofDialogProps {
  flows: readonly string[];
  settle: (proved: boolean) => void;
}

export function ProofDialog({ flows, settle }: ProofDialogProps) {
  const { t } = useTranslation('accounts');
  const [form] = Form.useForm<Values>();
  const first = useRef<InputRef>(null);
  const byPassword = flows.includes('reauthenticate');
  const byCode = flows.includes('mfa_reauthenticate');
  const [way, setWay] = useState<'password' | 'code'>(byPassword ? 'password' : 'code');
  const { submit, busy, general } = useAuthSubmit(
    form,
    ({ password, code }) =>
      way === 'password' ? auth('POST', '/auth/reauthenticate', { password }) : auth('POST', '/auth/2fa/reauthenticate', { code }),
    (answer) => isSignedIn(answer) && settle(true),
  );

  async function byPasskey() {
    const answer = await reauthenticateWithPasskey();
    if (answer && isSignedIn(answer)) settle(true);
  }

  return (
    <Modal
      open
      width={400}
      title={t('proof.title')}
      okText={t('proof.submit')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={() => settle(false)}
      afterOpenChange={(open) => open && first.current?.focus()}
    >
      <p className="soft">{t('proof.text')}</p>
      <FormErrors messages={general} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        {way === 'password' ? (
          <Form.Item name="password" label={t('field.password')} rules={[{ required: true, message: t('field.password') }]}>
            <Input.Password ref={first} autoComplete="current-password" />
          </Form.Item>
        ) : (
          <Form.Item name="code" label={t('field.code')} rules={[{ required: true, message: t('field.code') }]}>
            <Input ref={first} autoComplete="one-time-code" />
          </Form.Item>
        )}
      </Form>
      {byPassword && byCode && (
        <Button type="link" size="small" onClick={() => setWay(way === 'password' ? 'code' : 'password')}>
          {way === 'password' ? t('proof.useCode') : t('proof.usePassword')}
        </Button>
      )}
      {byCode && passkeysWork() && (
        <Button type="link" size="small" onClick={() => void byPasskey()}>
          {t('mfa.passkey')}
        </Button>
      )}
    </Modal>
  );
}
