/** Owns the random but repeatable sheets that benches score. */

/** A small repeatable generator (mulberry32) of numbers in [0, 1). */
export function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One complete input document for an edition's base facts. */
export function randomSheet(edition, random, id) {
  const input = { id };
  for (const fact of edition.facts.values()) {
    input[fact.form] ??= {};
    input[fact.form][fact.id] = answer(fact.type, random);
  }
  return input;
}

/** A sheet as people fill them: one of the edition's cases with some answers changed. */
export function variedSheet(edition, random) {
  const { facts } = edition.cases[Math.floor(random() * edition.cases.length)];
  const sheet = {};
  for (const { id, form, type } of edition.facts.values()) {
    sheet[form] ??= {};
    const known = facts[form]?.[id];
    sheet[form][id] = known === undefined || random() < 0.2 ? answer(type, random) : known;
  }
  return sheet;
}

function answer(type, random) {
  const below = (count) => Math.floor(random() * count);
  switch (type.kind) {
    case 'boolean':
      return random() < 0.8;
    case 'number': {
      const step = type.multipleOf ?? (type.integer ? 1 : 0.01);
      const low = type.minimum ?? 0;
      const high = type.maximum ?? (type.integer ? 20 : 100000);
      return Math.round((low + below((high - low) / step + 1) * step) * 100) / 100;
    }
    case 'text':
      return 'text';
    case 'choice':
      return type.choices[below(type.choices.length)].id;
    case 'checklist':
      return type.choices.filter(() => random() < 0.85).map((choice) => choice.id);
    case 'rows':
      return Array.from({ length: below(6) }, () =>
        Object.fromEntries([...type.columns.values()].map((column) => [column.id, answer(column.type, random)])),
      );
    default:
      throw new Error(`no answer for ${type.kind}`);
  }
}
