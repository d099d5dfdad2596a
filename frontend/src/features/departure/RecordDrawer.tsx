import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { ReasonDialog } from '@/shared/form/ReasonDialog';
import { Facts } from '@/shared/ui/Page';
import { DateTime, Nothing } from '@/shared/ui/Values';

interface Act {
  term: string;
  by: string | null | undefined;
  at: string | null | undefined;
}

interface RecordDrawerProps {
  open: boolean;
  title: string;
  facts: readonly { term: string; value: ReactNode }[];
  made: Act;
  ended: Act & { reasonTerm: string; reason: string | null | undefined };
  /** What the button that ends it says; nothing for those who may not. */
  endLabel: string | false;
  end: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

const told = ({ by, at }: Act): ReactNode =>
  at ? (
    <span>
      {by} · <DateTime value={at} />
    </span>
  ) : (
    <Nothing />
  );

/** One record in full: what it says, who made it and when, and its end, which asks why. */
export function RecordDrawer({ open, title, facts, made, ended, endLabel, end, onClose }: RecordDrawerProps) {
  const [ending, setEnding] = useState(false);
  const items = [
    ...facts,
    { term: made.term, value: told(made) },
    { term: ended.term, value: told(ended) },
    { term: ended.reasonTerm, value: ended.reason || <Nothing /> },
  ];

  function done() {
    setEnding(false);
    onClose();
  }

  return (
    <Drawer open={open} onClose={onClose} size={520} title={title} destroyOnHidden>
      <Facts items={items} />
      {endLabel && !ended.at && (
        <>
          <Button danger style={{ marginTop: 16 }} onClick={() => setEnding(true)}>
            {endLabel}
          </Button>
          <ReasonDialog open={ending} title={endLabel} submitLabel={endLabel} send={end} onDone={done} onClose={() => setEnding(false)} />
        </>
      )}
    </Drawer>
  );
}
