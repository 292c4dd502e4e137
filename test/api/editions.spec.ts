import { afterAll, describe, expect, it } from '@jest/globals';
import { createPrecompiledValidator } from '@rjsf/validator-ajv8';
import { formats, readFacts } from '@yimen/config';
import type { EditionDetail, FormDetail, ValidatorFactory } from '@yimen/contracts';
import { editionDetail, formDetail } from '@yimen/contracts';
import { compile } from '@yimen/engine';
import equal from 'ajv/dist/runtime/equal.js';
import ucs2length from 'ajv/dist/runtime/ucs2length.js';
import { shippedEditions } from '../support/shipped.js';
import { freshServer } from './server.js';
import { desk, standard } from './submission-input.js';

const { http, stop } = await freshServer();
afterAll(stop);

const detailOf = async (id: string): Promise<EditionDetail> => (await http.get(`/api/v1/editions/${id}`)).body;

const importModule = (code: string) => import(`data:text/javascript,${encodeURIComponent(code)}`);

const provided: Readonly<Record<string, unknown>> = {
  'ajv/dist/runtime/ucs2length': ucs2length,
  'ajv/dist/runtime/equal': equal,
  '@yimen/config/formats': formats,
};

describe('The list of editions', () => {
  it('is read page by page', async () => {
    const first = (await http.get('/api/v1/editions?limit=1')).body;
    const second = (await http.get(`/api/v1/editions?limit=1&cursor=${first.next}`)).body;
    const ids = shippedEditions().map(({ id }) => id);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect((await http.get('/api/v1/editions')).body.next).toBeNull();
  });
});

describe.each(shippedEditions().map((edition) => [edition.id, edition] as const))('The edition %s', (id, edition) => {
  it('is described as its contract says', async () => {
    const detail = await detailOf(id);
    expect(editionDetail.strict().parse(detail)).toEqual(detail);
    expect(detail.questions.map((question) => question.id).sort()).toEqual([...edition.facts.keys()].sort());
  });

  it('comes as a module that answers as the engine does', async () => {
    const answer = await http.get((await detailOf(id)).evaluator);
    expect(answer.type).toBe('text/javascript');
    expect(answer.headers['cache-control']).toContain('immutable');
    const served = await importModule(answer.text);
    expect(served.edition).toEqual({ id, hash: edition.hash });
    const compiled = compile(edition);
    if (!compiled.ok) throw new Error('does not compile');
    for (const { facts } of edition.cases) {
      const read = readFacts(edition, facts);
      expect(JSON.stringify(served.evaluate(read.facts))).toBe(JSON.stringify(compiled.evaluator.evaluate(read.facts)));
    }
  });

  it.each(['zh', 'en'] as const)('has forms whose validators accept its cases (%s)', async (lang) => {
    for (const { id: formId } of edition.forms) {
      const form: FormDetail = (await http.get(`/api/v1/editions/${id}/forms/${formId}?lang=${lang}`)).body;
      expect(formDetail.parse(form)).toEqual(form);
      const module = await http.get(form.validator);
      const create: ValidatorFactory = (await importModule(module.text)).default;
      const functions = create((name) => {
        if (name in provided) return provided[name];
        throw new Error(`not provided: ${name}`);
      });
      const validator = createPrecompiledValidator(functions as never, form.schema);
      for (const { facts, expect: expected } of edition.cases) {
        if (expected.status !== undefined && expected.status !== 'complete') continue;
        const { errors } = validator.validateFormData(facts[formId], form.schema);
        expect(errors).toEqual([]);
      }
      expect(validator.validateFormData({}, form.schema).errors.length).toBeGreaterThan(0);
    }
  });
});

describe('A standard', () => {
  it('links every line with the questions that score it', async () => {
    const detail = await detailOf(standard.id);
    const lines =
      detail.standard?.categories.flatMap(({ indicators }) => indicators.flatMap((each) => each.lines)) ?? [];
    const known = new Set(detail.questions.map(({ id }) => id));
    expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(detail.standard?.points);
    for (const line of lines) {
      expect(line.facts.length).toBeGreaterThan(0);
      for (const fact of line.facts) expect(known.has(fact)).toBe(true);
    }
  });
});

describe('A desk', () => {
  it('names every disposition, department and paper of its outcomes', async () => {
    const detail = await detailOf(desk.id);
    const named = (list: readonly { id: string }[] = []) => new Set(list.map(({ id }) => id));
    for (const { expect: expected } of desk.cases) {
      const { disposition, department, missing } = expected as Record<string, never>;
      if (disposition) expect(named(detail.desk?.dispositions).has(disposition)).toBe(true);
      if (department) expect(named(detail.desk?.departments).has(department)).toBe(true);
      for (const paper of (missing as string[] | undefined) ?? [])
        expect(named(detail.desk?.papers).has(paper)).toBe(true);
    }
  });
});

describe('Every answer', () => {
  it('carries a policy that forbids code from text', async () => {
    for (const path of ['/api/v1/editions', '/api/nothing', '/']) {
      const policy = String((await http.get(path)).headers['content-security-policy']);
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe-eval');
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  it('comes compressed to whoever takes that, and is the same', async () => {
    const { body } = await http.get('/api/v1/editions');
    const path = `/api/v1/editions/${body.items[0].id}`;
    const whole = await http.get(path).set('accept-encoding', 'identity');
    expect(whole.headers['content-encoding']).toBeUndefined();
    for (const encoding of ['br', 'gzip']) {
      const packed = await http.get(path).set('accept-encoding', encoding);
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.headers.vary).toContain('accept-encoding');
      expect(packed.body).toEqual(whole.body);
    }
  });
});
