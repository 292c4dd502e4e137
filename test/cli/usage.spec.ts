import { afterAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder, yimen } from './yimen.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const desk = 'yongzhou/intake/2014';

describe('wrong usage', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['guess']],
    ['a missing argument', ['evaluate', desk]],
    ['one argument too many', ['evaluate', desk, '-', '-']],
    ['an unknown option', ['check', '--quick']],
    ['an unknown edition', ['evaluate', 'yongzhou/intake/1999', '-']],
    ['a prototype name as edition', ['evaluate', '__proto__', '-']],
    ['a path as edition', ['evaluate', '../../rules/yongzhou/intake/2014', '-']],
    ['an unknown file', ['evaluate', desk, 'nowhere.json']],
    ['a folder as file', ['evaluate', desk, 'rules']],
    ['an unknown place', ['evaluate', desk, '-', '--from', 'nowhere']],
    ['an unknown edition to check', ['check', 'yongzhou/nothing/2014']],
    ['a file that is no bundle', ['evaluate', desk, '-', '--from', 'package.json']],
  ])('%s ends with 2 and says so in both languages', (_, args) => {
    const { code, out, err } = yimen(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toContain('    at ');
    expect(err).toMatch(/[a-z]{3}/u);
    if (args.length > 0) expect(err).toMatch(/\p{Script=Han}/u);
  });

  it('is not asking for help', () => {
    expect(yimen(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('evaluate') });
  });
});

describe('a bundle', () => {
  const bundle = JSON.parse(yimen(['bundle', desk]).out);
  const input = '{"id":1,"application":{"clearlyIneligible":true}}';

  it('runs as the folder does', () => {
    const from = folder.path('bundle.json', JSON.stringify(bundle));
    const cwd = folder.path('.');
    expect(yimen(['evaluate', desk, '-', '--from', from], { input, cwd }).lines).toEqual(
      yimen(['evaluate', desk, '-'], { input }).lines,
    );
    expect(yimen(['check', from], { cwd }).code).toBe(0);
  });

  it('is refused when its content was changed', () => {
    const path = `rules/${desk}/edition.json`;
    const documents = {
      ...bundle.documents,
      [path]: { ...bundle.documents[path], title: { zh: '改', en: 'changed' } },
    };
    const from = folder.path('changed.json', JSON.stringify({ ...bundle, documents }));
    const { code, err } = yimen(['evaluate', desk, '-', '--from', from], { input });
    expect(code).toBe(2);
    expect(err).toContain('hash-mismatch');
  });
});
