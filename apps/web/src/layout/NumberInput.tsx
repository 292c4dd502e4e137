/** Owns typing a number: as people type it, full-width too, and never taken for another one. */
import { InputNumber, type InputNumberProps } from 'antd';

/** Digits as they are typed in China, in full width and with their commas; what is no number is none, not a part of one. */
export function numberTyped(text: string | undefined): string {
  const plain = (text ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/。/gu, '.')
    .replace(/[－−–]/gu, '-')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  return /^[-+]?\d*\.?\d*(?:e[-+]?\d*)?$/iu.test(plain) ? plain : '';
}

export function NumberInput(props: InputNumberProps<number>) {
  return <InputNumber<number> {...props} parser={(text) => numberTyped(text) as unknown as number} />;
}
