/** Owns pairs of edits of one area made at once: exactly one may win. */
import { expect } from '@jest/globals';
import { type Session, send } from './client.js';
import { long } from './place.js';

const PAIRS = long ? 1000 : 100;
const AREA = '/api/v1/areas/shuangpai';

/** Each pair is made on one version; the second of a pair goes to the last address. */
export async function editInPairs(addresses: readonly string[], session: Session): Promise<void> {
  const [first = '', last = first] = [addresses[0], addresses.at(-1)];
  const statuses: string[] = [];
  let { headers } = await send(first, session, 'GET', AREA);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const edit = (address: string, name: string) => {
      const change = { kind: 'rename', on: '2020-01-01', name: { zh: name, en: name } };
      return send(address, session, 'POST', `${AREA}/changes`, change, { 'if-match': String(headers.get('etag')) });
    };
    const both = await Promise.all([edit(first, `a${pair}`), edit(last, `b${pair}`)]);
    statuses.push(
      both
        .map(({ status }) => status)
        .sort()
        .join(),
    );
    const winner = both.find(({ status }) => status === 200);
    if (winner) headers = winner.headers;
    const now = await send(last, session, 'GET', AREA);
    expect(now.headers.get('etag')).toBe(headers.get('etag'));
    expect(now.body.name).toEqual(winner?.body.name);
  }
  expect(statuses).toEqual(Array.from({ length: PAIRS }, () => '200,412'));
}
