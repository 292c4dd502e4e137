/** Owns choosing one file; the same one can be chosen again once it was mended. */
import { InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ChangeEvent, useRef } from 'react';

export interface FileChoiceProps {
  readonly label: string;
  /** Endings that are offered, as `.xlsx`. */
  readonly accept: string;
  readonly pending: boolean;
  readonly onChoose: (file: File) => void;
}

export function FileChoice({ label, accept, pending, onChoose }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const changed = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    if (chosen) onChoose(chosen);
    target.value = '';
  };
  return (
    <span>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        accept={accept}
        aria-label={label}
        onChange={changed}
      />
      <Button icon={<InboxOutlined aria-hidden="true" />} loading={pending} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </span>
  );
}
