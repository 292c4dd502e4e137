/** Owns reading request bodies: JSON with every fault located, tables as their text, workbooks and archives as their bytes. */
import { readJson } from '@yimen/config';
import { archiveType, workbookType } from '@yimen/contracts';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.js';

/** Takes JSON, CSV, workbooks and archives alone; keys that reach prototypes are refused, as broken JSON is. */
export function readBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (text.trim() === '') return done(empty());
    return parse(request, text, (error, value) => (error ? done(broken(text)) : done(null, value)));
  });
  server.addContentTypeParser('text/csv', { parseAs: 'string' }, (_, body, done) => done(null, body));
  for (const type of [workbookType, archiveType])
    server.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => done(null, body));
}

const empty = (): Refusal =>
  new Refusal('malformed', 'empty-body', { zh: '没有内容，请发送 JSON', en: 'The body is empty; send JSON' });

/** The strict reader of documents knows the place of what the fast parser refused. */
function broken(text: string): Refusal {
  const { issues } = readJson(text, 'input');
  const words = {
    zh: '内容不是合法的 JSON，或含有不允许的键，请按提示修改',
    en: 'The body is not valid JSON, or holds a key that is not allowed; see the issues',
  };
  return new Refusal(
    'malformed',
    'invalid-json',
    words,
    issues.filter(({ code }) => code !== 'too-large'),
  );
}
