/** Owns the setting of the proxies that are believed: whether a request came over TLS is known to them alone. */
import { isIP } from 'node:net';
import * as z from 'zod';
import { says } from './says.js';

/** This machine and the networks that no router leads out of. */
const DEFAULT = 'loopback,linklocal,uniquelocal';

const ranges: ReadonlySet<string> = new Set(DEFAULT.split(','));

export const trustedProxyVariables = {
  TRUST_PROXY: z
    .string()
    .refine(
      (text) => partsOf(text).every(isRange),
      says(
        '应是逗号分开的 IP 地址或网段（如 10.0.0.0/8），可用 loopback、linklocal、uniquelocal，不信任任何代理写 none',
        'Write IP addresses or ranges as 10.0.0.0/8, separated by commas, or loopback, linklocal, uniquelocal; none for no proxy',
      ),
    )
    .default(DEFAULT),
};

/** The addresses that a checked text names. */
export const trustedProxiesOf = (text: string): readonly string[] => Object.freeze(partsOf(text));

const partsOf = (text: string): string[] => (text === 'none' ? [] : text.split(',').map((part) => part.trim()));

function isRange(part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const fits = bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most);
  return ranges.has(part) || (version !== 0 && fits && rest.length === 0);
}
