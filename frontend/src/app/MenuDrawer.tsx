import { Drawer } from 'antd';
import type { ReactNode } from 'react';

/** The menu on a phone. */
export function MenuDrawer({ open, onClose, children }: { open: boolean; onClose: () => void; children: ReactNode }) {
  return (
    <Drawer open={open} onClose={onClose} placement="left" size={280} title={null} closable={false} styles={{ body: { padding: 0 } }}>
      {children}
    </Drawer>
  );
}
