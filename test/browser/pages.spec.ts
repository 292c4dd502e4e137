/** The pages of everyday work, each as every reader sees it. */
import { beforeAll } from '@jest/globals';
import { signsInThrough } from '../support/identity-provider.js';
import { sweep } from './sweep.js';
import { startVisit } from './visit.js';

/** With a provider in the settings the door and the accounts show all they can; nobody goes there. */
const visit = startVisit(() => signsInThrough('https://id.invalid', 'https://yimen.invalid'));

/** One stored record of each kind, by its path. */
const records = { window: '', sheet: '' };

beforeAll(async () => {
  records.window = await firstOf('yongzhou/intake/2014');
  records.sheet = await firstOf('yongzhou/acceptance/2014');
}, 60_000);

async function firstOf(edition: string): Promise<string> {
  const answer = await visit.get(`/api/v1/submissions?limit=1&edition=${edition}`, 'county-lead');
  const { items } = answer as { items: { id: string }[] };
  return `/records/${items[0]?.id}`;
}

sweep(visit, [
  { name: 'home', path: () => '/', role: 'clerk' },
  { name: 'window', path: () => '/window/yongzhou/intake/2014', role: 'clerk' },
  { name: 'sheet', path: () => '/acceptance/yongzhou/acceptance/2014', role: 'assessor' },
  { name: 'records', path: () => '/records', role: 'clerk' },
  { name: 'record of the window', path: () => records.window, role: 'clerk' },
  { name: 'record for an auditor', path: () => records.window, role: 'auditor' },
  { name: 'correction at the window', path: () => `${records.window}/correction`, role: 'clerk' },
  { name: 'record of the sheet', path: () => records.sheet, role: 'assessor' },
  { name: 'correction of a sheet', path: () => `${records.sheet}/correction`, role: 'assessor' },
  { name: 'nothing', path: () => '/no-such-page', role: 'clerk' },
  { name: 'areas', path: () => '/areas', role: 'administrator' },
  { name: 'one area', path: () => '/areas?area=qiyang', role: 'administrator' },
  { name: 'accounts', path: () => '/accounts', role: 'operator' },
  { name: 'own account', path: () => '/account', role: 'clerk' },
  { name: 'audit', path: () => '/audit', role: 'auditor' },
  { name: 'not allowed', path: () => '/accounts', role: 'clerk' },
  { name: 'door', path: () => '/', role: null },
  { name: 'door after a problem', path: () => '/?problem=unlinked-person', role: null },
  { name: 'welcome', path: () => '/welcome#none', role: 'clerk' },
]);
