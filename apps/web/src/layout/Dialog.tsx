/** Owns a dialog over the page. The page's policy refuses the style by which antd would hold the page still. */
import { Modal } from 'antd';
import { type ReactNode, useEffect } from 'react';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Outside the body antd leaves the page as it is; a class of our own holds it. */
const container = () => document.getElementById('root') ?? document.body;

export function Dialog({ open, title, onCancel, children }: DialogProps) {
  useEffect(() => {
    document.documentElement.classList.toggle('held', open);
    return () => document.documentElement.classList.remove('held');
  }, [open]);
  return (
    <Modal
      open={open}
      title={title}
      footer={null}
      closable={false}
      destroyOnHidden
      getContainer={container}
      onCancel={onCancel}
    >
      {children}
    </Modal>
  );
}
