/** Owns the names and the data of a module being written. */
import type { Places } from '../formula/emit.js';
import type { Program } from '../program/program.js';

/** Gives every fact a variable and every piece of data a constant; nothing an administrator typed becomes a name. */
export class Writer implements Places {
  private readonly variables = new Map<string, string>();
  private readonly data = new Map<string, string>();
  private temporaries = 0;

  constructor(readonly program: Program) {
    for (const [index, { fact }] of program.base.entries()) this.variables.set(fact.id, `f${index}`);
    for (const [index, { fact }] of program.derived.entries()) this.variables.set(fact.id, `d${index}`);
    for (const [index, id] of [...program.conditions.keys()].entries())
      this.variables.set(`condition ${id}`, `n${index}`);
  }

  readonly fact = (id: string): string => this.variable(id);

  readonly condition = (id: string): string => this.variable(`condition ${id}`);

  /** The flag that says that an asked question is not answered. */
  readonly missing = (id: string): string => `m${this.variable(id).slice(1)}`;

  readonly constant = (data: unknown): string => {
    const json = JSON.stringify(data);
    const name = this.data.get(json) ?? `c${this.data.size}`;
    this.data.set(json, name);
    return name;
  };

  temporary(): string {
    this.temporaries += 1;
    return `t${this.temporaries}`;
  }

  /** Declarations of all data used so far. Objects lose their prototype, so that a lookup finds own keys only. */
  declarations(): string {
    return [...this.data].map(([json, name]) => `const ${name} = bare(${json});`).join('\n');
  }

  private variable(key: string): string {
    const name = this.variables.get(key);
    if (name === undefined) throw new Error(`no variable for ${key}`);
    return name;
  }
}

/** A JavaScript disjunction of flags; `false` for none. */
export const anyOf = (flags: readonly string[]): string => (flags.length === 0 ? 'false' : flags.join(' || '));
