/** Owns telling the answers that are personal data from the others, and masking them. */
import { type BaseFact, type Edition, formats, maskAnswer } from '@yimen/config';
import type { FactsDocument } from '@yimen/contracts';

type Answers = Readonly<Record<string, unknown>>;

/** Answers parted into those that anybody may read who may read the record, and those that are personal. */
export interface Parted {
  readonly open: FactsDocument;
  /** By form; without forms that hold none. */
  readonly personal: FactsDocument;
}

export function part({ facts: dictionary }: Edition, facts: FactsDocument): Parted {
  const isPersonal = (id: string): boolean => dictionary.get(id)?.personal === true;
  const take = (wanted: boolean): FactsDocument =>
    Object.fromEntries(
      Object.entries(facts).flatMap(([form, answers]) => {
        if (!isAnswers(answers)) return wanted ? [] : [[form, answers]];
        const taken = Object.entries(answers).filter(([id]) => isPersonal(id) === wanted);
        return taken.length > 0 || !wanted ? [[form, Object.fromEntries(taken)]] : [];
      }),
    );
  return { open: take(false), personal: take(true) };
}

/** The whole answers again. */
export function join(open: FactsDocument, personal: FactsDocument): FactsDocument {
  const forms = Object.entries(personal).map(([form, answers]) => {
    const others = open[form];
    return [form, { ...(isAnswers(others) ? others : {}), ...(answers as Answers) }];
  });
  return { ...open, ...Object.fromEntries(forms) };
}

/** Personal answers as they are shown. */
export const masked = (edition: Edition, personal: FactsDocument): FactsDocument =>
  mapAnswers(edition, personal, (fact, answer) => maskOf(fact, answer));

/** What comes from somebody to whom personal answers were shown masked: those that are still masked are what they were. */
export function unmasked(edition: Edition, sent: FactsDocument, personal: FactsDocument): FactsDocument {
  return mapAnswers(edition, sent, (fact, answer) => {
    const known = (personal[fact.form] as Answers | undefined)?.[fact.id];
    return fact.personal && known !== undefined && answer === maskOf(fact, known) ? known : answer;
  });
}

/** Every text by which a person can be found, as one writes it always. */
export function identitiesIn({ facts: dictionary }: Edition, personal: FactsDocument): string[] {
  return Object.values(personal).flatMap((answers) =>
    Object.entries(answers as Answers).flatMap(([id, answer]) => {
      const format = dictionary.get(id)?.format;
      return format && typeof answer === 'string' ? identityOf(format, answer) : [];
    }),
  );
}

/** Every identity that a typed text may be. */
export const identitiesOf = (text: string): string[] =>
  Object.values(formats).flatMap(({ id, check }) => (check(text) ? identityOf(id as keyof typeof formats, text) : []));

function identityOf(format: keyof typeof formats, text: string): string[] {
  const identity = formats[format].identity?.(text);
  return identity === undefined ? [] : [`${format}:${identity}`];
}

const maskOf = ({ format }: BaseFact, answer: unknown): string =>
  format && typeof answer === 'string' ? formats[format].mask(answer) : maskAnswer(answer);

function mapAnswers(
  { facts: dictionary }: Edition,
  facts: FactsDocument,
  change: (fact: BaseFact, answer: unknown) => unknown,
): FactsDocument {
  return Object.fromEntries(
    Object.entries(facts).map(([form, answers]) => {
      if (!isAnswers(answers)) return [form, answers];
      const changed = Object.entries(answers).map(([id, answer]) => {
        const fact = dictionary.get(id);
        return [id, fact ? change(fact, answer) : answer];
      });
      return [form, Object.fromEntries(changed)];
    }),
  );
}

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
