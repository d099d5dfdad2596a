import { render, screen } from '@testing-library/react';
import { App, Form, Input } from 'antd';
import { expect, test } from 'vitest';
import { FormDialog } from './FormDialog';

function Dialog({ open, title }: { open: boolean; title: string }) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <FormDialog open={open} title={title} form={form} submitLabel="Send" send={() => Promise.resolve()} onDone={() => undefined} onClose={() => undefined}>
      <Form.Item name="reason" label="Reason">
        <Input aria-description={title} />
      </Form.Item>
    </FormDialog>
  );
}

test('a label leads to the field of its own dialog when a page has several', () => {
  render(
    <App>
      <Dialog open={false} title="Archive" />
      <Dialog open title="Blacklist" />
    </App>,
  );
  const ids = [...document.querySelectorAll('input')].map((input) => input.id);
  expect(new Set(ids).size).toBe(2);
  expect(screen.getAllByLabelText('Reason').map((input) => input.getAttribute('aria-description'))).toEqual(['Archive', 'Blacklist']);
}, 30_000);
