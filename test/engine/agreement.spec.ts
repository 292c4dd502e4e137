import { describe, expect, it } from '@jest/globals';
import { type Edition, type Issue, parseEdition, readFacts } from '@yimen/config';
import { compile, evaluateInput } from '@yimen/engine';
import { type AgreementOptions, compareWithReference } from '@yimen/engine/reference';
import {
  deskDocuments,
  deskId,
  filesOf,
  standardDocuments,
  standardId,
} from '../../libs/config/src/fixture/tiny-edition.js';
import { generatedFacts } from '../../libs/engine/src/reference/generated-facts.js';
import { shippedEditions } from '../support/shipped.js';

const SAMPLES = 60;

function compiledOf(edition: Edition) {
  const compiled = compile(edition);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  return compiled;
}

function tiny(id: string, documents: Record<string, unknown>): Edition {
  const parsed = parseEdition(id, filesOf(documents));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.edition;
}

const standard = tiny(standardId, standardDocuments());
const desk = tiny(deskId, deskDocuments());

/** Compares an evaluator whose answers are changed. */
async function compareTampered(
  edition: Edition,
  tamper: (evaluator: any, facts: any) => Record<string, unknown>,
  options: AgreementOptions = {},
) {
  const { program, evaluator } = compiledOf(edition);
  const tampered = { ...evaluator, ...tamper(evaluator, undefined) } as typeof evaluator;
  return compareWithReference(edition, { program, evaluator: tampered }, { samples: SAMPLES, ...options });
}

const placesOf = (issues: readonly Issue[]): string[] => [
  ...new Set(issues.map(({ code, severity, document, pointer }) => `${severity} ${code} ${document}#${pointer}`)),
];

/** One point off whatever the standard's line scores. */
const onePointOff = (outcome: any) => {
  const { furnishing } = outcome.lines;
  if (!furnishing.score) return outcome;
  return { ...outcome, lines: { furnishing: { ...furnishing, score: furnishing.score - 1 } } };
};

const rooms = 'rules/town/library/2020/rooms.json';
const line = `error engines-differ ${rooms}#/indicators/0/lines/0`;

describe('the compiled evaluators of the shipped editions', () => {
  it.each(shippedEditions().map((edition) => [edition.id, edition] as const))(
    'agree with json-rules-engine: %s',
    async (_, edition) => {
      const compiled = compiledOf(edition);
      const stored = edition.cases.map(({ facts }) => readFacts(edition, facts).facts);
      const told: number[] = [];
      const agreement = await compareWithReference(edition, compiled, {
        samples: 200,
        seed: 7,
        facts: stored,
        onProgress: (compared) => void told.push(compared),
      });
      expect(agreement).toEqual({ compared: 200 + stored.length, issues: [] });
      expect(told).toEqual([50, 100, 150, 200, 200 + stored.length]);
    },
  );
});

describe('fact sets made up for the comparison', () => {
  const take = (edition: Edition, seed: number, count = 300) => {
    const generated = generatedFacts(compiledOf(edition).program, seed);
    return Array.from({ length: count }, () => generated.next().value as Record<string, unknown>);
  };

  it.each([...shippedEditions(), standard, desk].map((edition) => [edition.id, edition] as const))(
    'may be answered, but for how texts are written, and are often complete: %s',
    (_, edition) => {
      const compiled = compiledOf(edition);
      const statuses = take(edition, 3).map((facts) => {
        const input: Record<string, Record<string, unknown>> = {};
        for (const { id, form } of edition.facts.values())
          if (Object.hasOwn(facts, id)) input[form] = { ...input[form], [id]: facts[id] };
        const wrong = readFacts(edition, input).issues.map(({ code }) => code);
        expect(wrong.filter((code) => code !== 'wrong-pattern' && code !== 'too-short')).toEqual([]);
        return evaluateInput(edition, compiled.evaluator, wrong.length === 0 ? input : {}).status;
      });
      expect(statuses).toContain('incomplete');
      expect(
        take(edition, 3).filter((facts) => compiled.evaluator.evaluate(facts).status === 'complete').length,
      ).toBeGreaterThan(90);
    },
  );

  it('are the same for the same seed, and others for another', () => {
    expect(take(standard, 5)).toEqual(take(standard, 5));
    expect(take(standard, 5)).not.toEqual(take(standard, 6));
  });
});

describe('an evaluator that differs', () => {
  it('is located at the line, with answers that show it', async () => {
    const { issues } = await compareTampered(standard, ({ evaluate }) => ({
      evaluate: (...all: unknown[]) => onePointOff(evaluate(...all)),
    }));
    expect(placesOf(issues)).toEqual([line]);
    const { evaluator } = compiledOf(standard);
    for (const { counterexample, message } of issues) {
      const { facts } = readFacts(standard, counterexample);
      // The name is personal: it is left out, and the line needs it.
      expect(facts).not.toHaveProperty('name');
      const outcome = evaluator.evaluate({ ...facts, name: '馆名' }) as any;
      expect(outcome.lines.furnishing.score).toBeGreaterThan(0);
      expect(message.zh).toContain(`配备：${outcome.lines.furnishing.score - 1} 与 ${outcome.lines.furnishing.score}`);
      expect(message.en).toContain('do not publish');
    }
  });

  it.each([
    ['trace', ({ trace }: any) => ({ trace: (...all: unknown[]) => onePointOff(trace(...all)) })],
    [
      'print',
      ({ print }: any) => ({ print: (...all: unknown[]) => JSON.stringify(onePointOff(JSON.parse(print(...all)))) }),
    ],
    [
      'score',
      ({ score }: any) => ({
        score: (facts: unknown) => ({ ...score(facts), scores: score(facts).scores.map((each: number) => each + 1) }),
      }),
    ],
  ])('is found out by its %s alone', async (_, tamper) => {
    expect(placesOf((await compareTampered(standard, tamper)).issues)).toEqual([line]);
  });

  it('is located at the rule whose words or points differ', async () => {
    const { issues } = await compareTampered(standard, ({ evaluate }) => ({
      evaluate: (...all: unknown[]) => {
        const outcome = evaluate(...all);
        const { furnishing } = outcome.lines;
        const reasons = furnishing.reasons.map((reason: object) => ({ ...reason, text: 'x' }));
        return { ...outcome, lines: { furnishing: { ...furnishing, reasons } } };
      },
    }));
    expect(placesOf(issues)).toEqual([`${line}/rules/0`]);
  });

  it('is located at the manifest where the whole differs', async () => {
    const { issues } = await compareTampered(standard, ({ evaluate }) => ({
      evaluate: (...all: unknown[]) => ({ ...evaluate(...all), grade: 'good' }),
    }));
    expect(placesOf(issues)).toEqual(['error engines-differ rules/town/library/2020/edition.json#']);
    expect(issues[0]?.message.zh).toContain('等次');
  });

  it('is located at the rules of a desk', async () => {
    const nothing = await compareTampered(desk, ({ evaluate }) => ({
      evaluate: (...all: unknown[]) => ({ ...evaluate(...all), disposition: null }),
    }));
    expect(placesOf(nothing.issues)).toEqual(['error engines-differ rules/town/counter/2020/desk.json#/rules']);
    const silent = await compareTampered(desk, ({ evaluate }) => ({
      evaluate: (...all: unknown[]) => ({ ...evaluate(...all), reasons: evaluate(...all).reasons.slice(0, 1) }),
    }));
    expect(placesOf(silent.issues)).toEqual(['error engines-differ rules/town/counter/2020/desk.json#/rules/1']);
  });

  it('is told where it fails, too', async () => {
    const { issues } = await compareTampered(desk, () => ({
      evaluate: () => {
        throw new TypeError('no such thing');
      },
    }));
    expect(issues[0]?.message.en).toContain('no such thing');
  });

  it('is told at most twenty times', async () => {
    const wrong = () => ({ evaluate: () => ({ status: 'complete' }) });
    const { compared, issues } = await compareTampered(desk, wrong);
    expect([compared, issues.length]).toEqual([20, 20]);
  });
});

describe('the comparison', () => {
  it('is the same for the same seed', async () => {
    const run = (seed: number) =>
      compareTampered(
        standard,
        ({ evaluate }) => ({ evaluate: (...all: unknown[]) => onePointOff(evaluate(...all)) }),
        { seed },
      );
    expect(await run(1)).toEqual(await run(1));
    expect(await run(1)).not.toEqual(await run(2));
  });

  it('takes fact sets as they come', async () => {
    async function* stored() {
      yield { unit: 'water', handed: [] };
      yield { unit: 'water', handed: ['card'] };
    }
    expect(await compareWithReference(desk, compiledOf(desk), { samples: 0, facts: stored() })).toEqual({
      compared: 2,
      issues: [],
    });
  });

  it('fails with the reason once it is aborted, never with a result', async () => {
    const abort = new AbortController();
    const comparison = compareWithReference(desk, compiledOf(desk), {
      samples: 1000,
      signal: abort.signal,
      onProgress: async () => abort.abort(new Error('cancelled')),
    });
    await expect(comparison).rejects.toThrow('cancelled');
  });
});
