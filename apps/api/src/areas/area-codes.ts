/** Owns how the codes of an area are written in one cell: `431121 ..2021-01-19; 431181 2021-01-20..`. */
import type { AreaCode } from '@yimen/contracts';

const CODE = /^(?<code>\d{6}|\d{9}|\d{12})(?: +(?<from>\d{4}-\d{2}-\d{2})?\.\.(?<until>\d{4}-\d{2}-\d{2})?)?$/u;

/** Undefined where one of them is not written so. */
export function readCodes(text: string): AreaCode[] | undefined {
  const parts = text.split(/[;；]/u).map((part) => part.trim());
  const codes = parts.filter(Boolean).map((part) => CODE.exec(part)?.groups);
  if (codes.includes(undefined)) return undefined;
  return codes.map((groups) => ({
    code: groups?.code ?? '',
    from: groups?.from ?? null,
    until: groups?.until ?? null,
  }));
}

export const writeCodes = (codes: readonly AreaCode[]): string => codes.map(writeCode).join('; ');

const writeCode = ({ code, from, until }: AreaCode): string =>
  from === null && until === null ? code : `${code} ${from ?? ''}..${until ?? ''}`;
