/** Owns a next year of the shipped standard as an administrator makes it: every kind of change that moves points. */

/** Documents by path, as a draft holds them. */
export type Documents = Record<string, any>;

const text = (zh: string, en: string) => ({ zh, en });

/** The document of a draft whose path ends so. */
export function documentIn(documents: Documents, end: string): readonly [path: string, document: any] {
  const path = Object.keys(documents).find((each) => each.endsWith(end));
  if (path === undefined) throw new Error(`no document ${end}`);
  return [path, structuredClone(documents[path])];
}

/**
 * The documents that change: a ninth required device; `equipment` worth 7, `broadband` worth 1; `wallRules` retired
 * with its questions; `parking` new, worth 2, with a new question; one device gone from its list.
 */
export function nextStandard(documents: Documents): Documents {
  const [lists, form, hardware] = ['/lists.json', '/unit.json', '/hardware.json'].map((end) =>
    documentIn(documents, end),
  ) as [readonly [string, any], readonly [string, any], readonly [string, any]];
  changeDevices(lists[1]);
  changeQuestions(form[1]);
  changeLines(hardware[1]);
  return Object.fromEntries([lists, form, hardware, ...casesOf(documents)]);
}

function changeDevices({ lists }: any): void {
  const devices = lists.find(({ id }: any) => id === 'equipment');
  devices.rows = devices.rows.filter(({ id }: any) => id !== 'cabinet');
  devices.rows.push({ id: 'projector', title: text('投影仪', 'Projector') });
}

function changeQuestions({ steps, schema, uiSchema, texts }: any): void {
  const gone = ['wallRulesDeduction', 'wallRulesReason'];
  const facilities = steps.find(({ id }: any) => id === 'facilities');
  facilities.questions = [...facilities.questions.filter((id: string) => !gone.includes(id)), 'parking'];
  for (const id of gone) for (const part of [schema.properties, uiSchema, texts]) delete part?.[id];
  schema.properties.parking = { title: '有无停车场', type: 'boolean' };
  schema.required = [...schema.required.filter((id: string) => !gone.includes(id)), 'parking'];
  schema.allOf = schema.allOf.filter(({ then }: any) => !('wallRulesReason' in then.properties));
  texts.parking = { en: { title: 'Parking' } };
}

function changeLines({ indicators }: any): void {
  const lines = indicators.find(({ id }: any) => id === 'facilities').lines;
  const line = (id: string) => lines.find((each: any) => each.id === id);
  line('equipment').points = 7;
  line('broadband').points = 1;
  line('broadband').rules[0].event.params.points = 1;
  lines.splice(lines.indexOf(line('wallRules')), 1, parking(line('wallRules')));
}

const parking = ({ clause }: any) => ({
  id: 'parking',
  title: text('停车场', 'Parking'),
  points: 2,
  clause,
  standard: text('有停车场得满分', 'Full marks with parking'),
  starts: 'zero',
  rules: [
    {
      id: 'parking-there',
      clause,
      reason: text('有停车场', 'Parking'),
      conditions: { all: [{ fact: 'parking', operator: 'equal', value: true }] },
      event: { type: 'award', params: { points: 2 } },
    },
  ],
});

/** Cases are worked for the year before: a draft may be judged by without any. */
const casesOf = (documents: Documents): [string, null][] =>
  Object.keys(documents).flatMap((path): [string, null][] => (path.includes('/cases/') ? [[path, null]] : []));
