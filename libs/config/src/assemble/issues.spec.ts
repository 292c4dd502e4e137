import { describe, expect, it } from '@jest/globals';
import { CopyOf, expectAnswered, type Fault, gone, inflict } from '../fixture/fault.js';
import { filesOf, standardDocuments, standardId } from '../fixture/tiny-edition.js';
import { parseEdition } from '../index.js';

const line = '/indicators/0/lines/0';
const rule = `${line}/rules/0`;
const first = `${rule}/conditions/any/0`;
const then = '/schema/allOf/0/then/properties';
const overflow = 'a number too large';
const nots = (count: number): unknown => (count === 0 ? {} : { not: nots(count - 1) });

const faults: Readonly<Record<string, readonly Fault[]>> = {
  'rules/town/library/2020/edition.json': [
    ['an unknown key', 'unknown-key', '/colour', 'red'],
    ['a missing key', 'missing-key', '/title', gone],
    ['a value of the wrong type', 'wrong-type', '/year', '2020'],
    ['another folder’s id', 'wrong-id', '/id', 'town/other/2020'],
    ['another year than its id', 'wrong-year', '/year', 2021],
    ['a day that does not exist', 'bad-date', '/effectiveFrom', '2020-02-30'],
    ['an unknown kind of edition', 'unknown-value', '/kind', 'game'],
    ['a band with two lower ends', 'bad-band', '/bands/1/above', 0, '/bands/1'],
    ['two bands of one id', 'duplicate-id', '/bands/1/id', 'good', '/bands/1'],
    ['a standard without points', 'missing-key', '/points', gone],
    ['points below zero', 'out-of-range', '/points', -1],
    ['a number that overflows', 'not-finite', '/points', overflow],
    ['a category without a document', 'missing-document', '/categories/1', 'garden'],
    ['a form without a document', 'missing-document', '/forms/1', 'other'],
    ['a calendar that is not there', 'unknown-calendar', '/calendar', 'moon'],
    ['no forms at all', 'empty-list', '/forms', []],
    ['an empty text', 'empty-text', '/title/zh', ''],
    ['a document of another kind in its place', 'wrong-kind', '/$schema', 'x/lists.schema.json'],
  ],
  'rules/town/library/2020/lists.json': [
    ['two lists of one id', 'duplicate-id', '/lists/1/id', 'things', '/lists/1'],
    ['two rows of one id', 'duplicate-id', '/lists/1/rows/1/id', 'town', '/lists/1/rows/1'],
    ['two columns of one id', 'duplicate-id', '/lists/0/columns/1/id', 'weight', '/lists/0/columns/1'],
    ['a column every list has', 'duplicate-id', '/lists/0/columns/0/id', 'required', '/lists/0/columns/0'],
    ['a column of an unknown list', 'unknown-list', '/lists/0/columns/1/list', 'moons'],
    ['a choice column without a list', 'wrong-column', '/lists/0/columns/1/list', gone, '/lists/0/columns/1'],
    ['a cell of the wrong type', 'wrong-cell', '/lists/0/rows/0/weight', 'heavy'],
    ['a cell that is no choice', 'wrong-cell', '/lists/0/rows/0/owner', 'moon'],
    ['a cell that names a choice twice', 'wrong-cell', '/lists/0/rows/1/borrowers', ['Q1', 'Q1']],
    ['a cell that holds an object', 'wrong-cell', '/lists/0/rows/0/weight', {}],
    ['a cell of no column', 'unknown-key', '/lists/0/rows/0/colour', 'red'],
    ['a bad row id', 'bad-id', '/lists/0/rows/0/id', '1st'],
    ['a kind that cannot be told', 'unknown-kind', '/$schema', 'x/poem.schema.json', ''],
  ],
  'forms/town/library/2020/visit.json': [
    ['another id than its file', 'wrong-id', '/id', 'other'],
    ['a question in no step', 'question-not-in-step', '/steps/0/questions/4', 'open', '/schema/properties/phone'],
    [
      'a step’s question that is not there',
      'unknown-question',
      '/steps/0/questions/-',
      'height',
      '/steps/0/questions/5',
    ],
    ['a question in two steps', 'duplicate-id', '/steps/1/questions/-', 'open', '/steps/1/questions/5'],
    ['two steps of one id', 'duplicate-id', '/steps/1/id', 'first', '/steps/1'],
    ['a question of an unknown list', 'unknown-list', '/schema/properties/things/items/$ref', 'list:moons'],
    ['an unsupported type', 'unsupported-question', '/schema/properties/open/type', 'object'],
    ['a keyword that questions do not have', 'unsupported-question', '/schema/properties/open/default', true],
    ['a keyword of another kind of question', 'unsupported-question', '/schema/properties/open/minimum', 1],
    ['a heading that is no choice', 'unsupported-question', '/schema/properties/name/x-heading', true],
    ['a reference to no list', 'unsupported-question', '/schema/properties/things/items/$ref', '#/definitions/a'],
    [
      'a checklist that may repeat',
      'unsupported-question',
      '/schema/properties/things/uniqueItems',
      gone,
      '/schema/properties/things',
    ],
    ['files without a bound', 'missing-key', '/schema/properties/photos/maxItems', gone],
    ['more files than there may be', 'too-many', '/schema/properties/photos/maxItems', 21],
    [
      'bounds on files that nothing meets',
      'bad-bounds',
      '/schema/properties/photos/minItems',
      4,
      '/schema/properties/photos/maxItems',
    ],
    [
      'a number above its own maximum',
      'bad-bounds',
      '/schema/properties/area/minimum',
      1001,
      '/schema/properties/area/maximum',
    ],
    [
      'a text longer than its own maximum',
      'bad-bounds',
      '/schema/properties/name/minLength',
      11,
      '/schema/properties/name/maxLength',
    ],
    ['an unknown kind of files', 'unknown-value', '/schema/properties/photos/x-accept/0', 'film'],
    [
      'a bound that files do not have',
      'unsupported-question',
      '/schema/properties/photos/items/maxLength',
      3,
      '/schema/properties/photos/items',
    ],
    [
      'a file that is no list',
      'unsupported-question',
      '/schema/properties/phone/format',
      'file',
      '/schema/properties/phone',
    ],
    [
      'files inside a row',
      'unsupported-question',
      '/schema/properties/rooms/items/properties/seats',
      { type: 'array', title: '照片', items: { type: 'string', format: 'file' } },
    ],
    [
      'levels of something else than an area',
      'unsupported-question',
      '/schema/properties/phone/x-area-levels',
      ['county'],
    ],
    [
      'an area of no level',
      'empty-list',
      '/schema/properties/name',
      { type: 'string', title: '处', format: 'area', 'x-area-levels': [] },
      '/schema/properties/name/x-area-levels',
    ],
    [
      'an area of one level twice',
      'duplicate-item',
      '/schema/properties/name',
      { type: 'string', title: '处', format: 'area', 'x-area-levels': ['county', 'county'] },
      '/schema/properties/name/x-area-levels',
    ],
    [
      'an area of an unknown level',
      'unknown-value',
      '/schema/properties/name',
      { type: 'string', title: '处', format: 'area', 'x-area-levels': ['planet'] },
      '/schema/properties/name/x-area-levels/0',
    ],
    [
      'an area of so many characters',
      'unsupported-question',
      '/schema/properties/name',
      { type: 'string', title: '处', format: 'area', maxLength: 9 },
      '/schema/properties/name/maxLength',
    ],
    [
      'an area inside a row',
      'unsupported-question',
      '/schema/properties/rooms/items/properties/seats',
      { type: 'string', title: '处', format: 'area' },
    ],
    [
      'a test of files',
      'unsupported-if',
      '/schema/allOf/0/if',
      { properties: { photos: { const: 'x' } }, required: ['photos'] },
      `${then}/reason`,
    ],
    ['a question without a title', 'missing-key', '/schema/properties/open/title', gone],
    ['a pattern that is no regular expression', 'bad-pattern', '/schema/properties/name/pattern', '('],
    ['an unknown format', 'unknown-format', '/schema/properties/phone/format', 'fax'],
    [
      'the same choice twice',
      'duplicate-id',
      '/schema/properties/owner/oneOf/1/const',
      'town',
      '/schema/properties/owner',
    ],
    ['a required question not beside it', 'unknown-fact', '/schema/required/-', 'height', '/schema/required/2'],
    ['a required cell that is not there', 'unknown-fact', '/schema/properties/rooms/items/required/0', 'height'],
    ['a question declared twice', 'duplicate-id', `${then}/open`, { type: 'boolean', title: '开' }],
    ['a test that an if cannot make', 'unsupported-if', '/schema/allOf/0/if/properties/open/pattern', 'x'],
    ['a tested question not required', 'unsupported-if', '/schema/allOf/0/if/required', []],
    ['an else', 'unsupported-if', '/schema/allOf/0/else', {}],
    [
      'a test of no question',
      'unknown-fact',
      '/schema/allOf/0/if',
      { properties: { height: { const: 1 } }, required: ['height'] },
      `${then}/reason`,
    ],
    ['a test that does not fit', 'unsupported-if', '/schema/allOf/0/if/properties/open/const', 'yes', `${then}/reason`],
    [
      'questions asked in a circle',
      'cyclic-question',
      '/schema/allOf/0/if',
      { properties: { detail: { const: 'x' } }, required: ['detail'] },
      `${then}/reason`,
    ],
    ['English words of nothing', 'unknown-text', '/texts/owner.moon', { en: { title: 'Moon' } }],
    ['an English unit of no unit', 'unknown-text', '/texts/open/en/unit', 'doors'],
    ['a hint for no question', 'unknown-fact', '/uiSchema/height', {}],
  ],
  'rules/town/library/2020/facts.json': [
    ['a derived fact named as a question', 'duplicate-id', '/facts/0/id', 'open', '/facts/0'],
    ['an id with a space', 'bad-id', '/facts/0/id', 'a b'],
    ['an id that reaches a prototype', 'bad-id', '/facts/0/id', 'constructor'],
    ['an empty formula', 'empty-text', '/facts/0/formula', ''],
  ],
  'rules/town/library/2020/conditions.json': [
    [
      'conditions in a circle',
      'cyclic-condition',
      '/conditions/large/conditions/all/-',
      { condition: 'largeAndOpen' },
      '/conditions/large',
    ],
    ['a bad name', 'bad-id', '/conditions/Not good', new CopyOf('/conditions/large')],
  ],
  'rules/town/library/2020/rooms.json': [
    ['a category the manifest does not list', 'unexpected-document', '/id', 'garden'],
    ['two rules of one id', 'duplicate-id', `${line}/rules/-`, new CopyOf(rule), `${line}/rules/1`],
    ['two lines of one id', 'duplicate-id', '/indicators/0/lines/-', new CopyOf(line), '/indicators/0/lines/1'],
    ['two indicators of one id', 'duplicate-id', '/indicators/-', new CopyOf('/indicators/0'), '/indicators/1'],
    ['an unknown fact in a condition', 'unknown-fact', `${first}/fact`, 'height'],
    ['an unknown fact as a value', 'unknown-fact', `${first}/value`, { fact: 'height' }, `${first}/value/fact`],
    ['an unknown fact in an event', 'unknown-fact', `${rule}/event/params/each/fact`, 'height'],
    ['an unknown needed fact', 'unknown-fact', `${line}/needs/0`, 'height'],
    ['an unknown named condition', 'unknown-condition', `${line}/appliesWhen/condition`, 'huge'],
    ['an unknown operator', 'unknown-operator', `${first}/operator`, 'matches'],
    ['an empty any', 'empty-group', `${rule}/conditions/any`, []],
    [
      'a condition of two forms',
      'unknown-key',
      `${rule}/conditions/all`,
      [{ condition: 'large' }],
      `${rule}/conditions/any`,
    ],
    ['a comparison mixed with a group', 'unknown-key', `${first}/any`, [{ condition: 'large' }]],
    ['a bare comparison at the top', 'bad-condition', `${rule}/conditions`, new CopyOf(first)],
    ['an empty condition', 'bad-condition', first, {}],
    ['a condition that is a text', 'bad-condition', first, 'large'],
    ['a comparison without a value', 'missing-key', `${first}/value`, gone],
    ['a value that is nothing', 'bad-value', `${first}/value`, null],
    ['a path to a prototype', 'bad-path', `${first}/path`, 'a.constructor'],
    ['an unknown event', 'unknown-event', `${rule}/event/type`, 'dance'],
    ['a desk’s event', 'unknown-event', `${rule}/event/type`, 'refuse'],
    ['an event without an amount', 'bad-amount', `${rule}/event/params`, {}],
    ['an amount of two forms', 'unknown-key', `${rule}/event/params/share`, { fact: 'area' }],
    ['a priority out of range', 'out-of-range', `${rule}/priority`, 1001],
    ['more than 500 conditions', 'too-large', `${rule}/conditions/any`, Array(501).fill({ condition: 'large' }), ''],
    ['nesting deeper than 20 levels', 'too-deep', `${rule}/conditions`, nots(14), ''],
  ],
  'rules/town/library/2020/outline.json': [
    ['two clauses of one id', 'duplicate-id', '/clauses/-', new CopyOf('/clauses/0'), '/clauses/3'],
  ],
  'rules/town/library/2020/cases/first.jsonl': [
    ['two cases of one id', 'duplicate-id', '/-', new CopyOf('/0'), '/1'],
    ['a case without an expectation', 'missing-key', '/0/expect', gone],
    ['an unknown expectation', 'unknown-key', '/0/expect/colour', 'red'],
  ],
};

describe('A standard is refused, with the place, for', () => {
  const each = Object.entries(faults).flatMap(([path, list]) => list.map((fault) => [fault[0], path, fault] as const));

  it.each(each)('%s in %s', (_says, path, fault) => {
    const documents = standardDocuments();
    inflict(fault, documents[path]);
    const files = Object.entries(filesOf(documents)).map(([name, text]) => [
      name,
      text.replace(`"${overflow}"`, '1e999'),
    ]);
    const result = parseEdition(standardId, Object.fromEntries(files));
    expect(result.ok).toBe(false);
    expectAnswered(fault, path, result.issues);
  });
});
