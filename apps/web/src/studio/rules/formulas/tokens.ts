/** Owns cutting a formula that is being typed into its words and signs, whether it is right or not. */

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'open' | 'close' | 'comma' | 'other';
  /** As typed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A quoted text without its quotes, and where it stands. */
export interface Quoted {
  readonly content: string;
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
}

/** Signs as Chinese input methods produce them; any other letter may be part of a name. */
const notSigns = '(?![（），“”＋－＊／＝＜＞×÷≤≥≠])';
const letter = `${notSigns}[A-Za-z_$\\u0080-\\u{10ffff}]`;
const name = new RegExp(`${letter}(?:${notSigns}[A-Za-z0-9_$\\u0080-\\u{10ffff}])*`, 'uy');

/** As the engine reads them. */
const pieces: readonly (readonly [Token['kind'], RegExp])[] = [
  ['text', /["“”][^"“”]*["“”]?|'[^']*'?/uy],
  ['number', /[0-9]+(?:\.[0-9]*)?|\.[0-9]+/uy],
  ['open', /[(（]/uy],
  ['close', /[)）]/uy],
  ['comma', /[,，]/uy],
  ['sign', /<>|<=|>=|[-<>=+*/＋－＊／＝＜＞×÷≤≥≠]/uy],
  ['name', name],
  ['other', /\S/uy],
];

/** Every token of a text, spaces left out. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = /\s/u.test(text[at] ?? '') ? undefined : tokenAt(text, at);
    if (token) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token | undefined {
  for (const [kind, piece] of pieces) {
    piece.lastIndex = start;
    const found = piece.exec(text)?.[0];
    if (found) return { kind, text: found, start, end: start + found.length };
  }
  return undefined;
}

/** What stands between the quotes of a text token. */
export function quotedIn({ text, start, end }: Token): Quoted {
  const closed = text.length > 1 && /["“”']$/u.test(text);
  return { content: text.slice(1, closed ? -1 : undefined), start: start + 1, end: closed ? end - 1 : end, closed };
}
