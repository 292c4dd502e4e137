/** Owns naming one sending, so that sending it again stores nothing twice. */

/** A random name. `crypto.randomUUID` is missing where pages come without TLS. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
