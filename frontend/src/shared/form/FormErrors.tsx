import { Alert } from 'antd';

/** Refusals that belong to no single field. */
export function FormErrors({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      style={{ marginBottom: 16 }}
      title={messages.length === 1 ? messages[0] : <ul>{messages.map((text) => <li key={text}>{text}</li>)}</ul>}
    />
  );
}
