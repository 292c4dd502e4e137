/** Owns flaws of shape: documents that are not as their kind demands. */
import { CopyOf, gone } from '../../../libs/config/src/fixture/fault.js';
import { type Flaw, line, ofDesk, ofStandard, rule } from './flaw.js';

const first = `${rule}/conditions/any/0`;
const questions = '/schema/properties';

export const shapeFlaws: readonly Flaw[] = [
  ofStandard('wrong-kind', 'a document of another kind in its place', ['edition', '/$schema', 'x/lists.schema.json']),
  ofStandard('unknown-kind', 'a kind that cannot be told', ['lists', '/$schema', 'x/poem.schema.json'], {
    pointer: '',
  }),
  ofStandard('unknown-key', 'an unknown key', ['edition', '/colour', 'red']),
  ofStandard('missing-key', 'a missing key', ['edition', '/title', gone]),
  ofStandard('wrong-type', 'a number in quotes', ['edition', '/year', '2020']),
  ofStandard('unknown-value', 'an unknown kind of edition', ['edition', '/kind', 'game']),
  ofStandard('out-of-range', 'a priority out of range', ['rooms', `${rule}/priority`, 1001]),
  ofStandard('bad-date', 'a day that does not exist', ['edition', '/effectiveFrom', '2020-02-30']),
  ofStandard('bad-band', 'a band with two lower ends', ['edition', '/bands/1/above', 0], { pointer: '/bands/1' }),
  ofStandard('bad-id', 'an id with a space', ['facts', '/facts/0/id', 'a b']),
  ofStandard('empty-text', 'an empty text', ['edition', '/title/zh', '']),
  ofStandard('text-too-long', 'a text without end', ['rooms', `${line}/standard/zh`, '长'.repeat(4001)]),
  ofStandard('empty-list', 'no forms at all', ['edition', '/forms', []]),
  ofStandard('too-many', 'more files than there may be', ['visit', `${questions}/photos/maxItems`, 21]),
  ofStandard('wrong-cell', 'a cell of the wrong type', ['lists', '/lists/0/rows/0/weight', 'heavy']),
  ofStandard('bad-pattern', 'a pattern that is no regular expression', ['visit', `${questions}/name/pattern`, '(']),
  ofStandard(
    'duplicate-item',
    'a level of areas twice',
    [
      'visit',
      `${questions}/phone`,
      { type: 'string', title: '处', format: 'area', 'x-area-levels': ['county', 'county'] },
    ],
    { pointer: `${questions}/phone/x-area-levels` },
  ),
  ofStandard('unknown-format', 'an unknown format', ['visit', `${questions}/phone/format`, 'fax']),
  ofStandard('unsupported-question', 'a keyword that questions do not have', ['visit', `${questions}/open/default`, 1]),
  ofStandard('unsupported-if', 'an else', ['visit', '/schema/allOf/0/else', {}]),
  ofStandard('empty-group', 'an empty any', ['rooms', `${rule}/conditions/any`, []]),
  ofStandard('bad-condition', 'a bare comparison at the top', ['rooms', `${rule}/conditions`, new CopyOf(first)]),
  ofStandard('unknown-operator', 'an unknown operator', ['rooms', `${first}/operator`, 'matches']),
  ofStandard('bad-value', 'a value that is nothing', ['rooms', `${first}/value`, null]),
  ofStandard('bad-path', 'a path to a prototype', ['rooms', `${first}/path`, 'a.constructor']),
  ofStandard('unknown-event', 'an unknown event', ['rooms', `${rule}/event/type`, 'dance']),
  ofStandard('bad-amount', 'an event without an amount', ['rooms', `${rule}/event/params`, {}]),
  ofDesk('bad-days', 'half a day', ['desk', '/rules/0/event/params/dueInWorkingDays', 0.5]),
  ofDesk('bad-papers', 'papers that are a number', ['desk', '/rules/1/event/params/papers', 5]),
];
