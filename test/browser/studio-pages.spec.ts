/** The pages of the Studio, each as every reader sees it. */
import { beforeAll } from '@jest/globals';
import { beginDraft } from './sending.js';
import { type SweptPage, sweep } from './sweep.js';
import { startVisit } from './visit.js';

const visit = startVisit();

/** A draft of each kind, by its path. */
const drafts = { standard: '', desk: '' };

beforeAll(async () => {
  const administrator = await visit.open('/studio', { role: 'administrator' });
  drafts.standard = await beginDraft(administrator, 'yongzhou/acceptance/2014');
  drafts.desk = await beginDraft(administrator, 'yongzhou/intake/2014', 'revision');
  await administrator.close();
}, 60_000);

const page = (name: string, path: () => string): SweptPage => ({ name, path, role: 'administrator' });
const room = (kind: keyof typeof drafts, name: string): SweptPage =>
  page(`${name} of a ${kind}`, () => `${drafts[kind]}/${name}`);

sweep(visit, [
  page('editions', () => '/studio'),
  page('history of an edition', () => '/studio/editions/yongzhou/acceptance/2014'),
  room('standard', 'year'),
  room('standard', 'table'),
  room('standard', 'forms'),
  room('standard', 'lists'),
  room('desk', 'formulas'),
  room('standard', 'basics'),
  room('desk', 'cases'),
  room('standard', 'checks'),
  room('standard', 'impact'),
  room('standard', 'review'),
  room('desk', 'desk'),
  room('desk', 'calendar'),
]);
