/** Owns what a route says: method, address, who may use it, what it takes and answers. */
import * as z from 'zod';
import type { Access } from './access.js';

export interface Content {
  readonly status: 200 | 201;
  readonly type: string;
  readonly schema: z.ZodType;
}

/** For addresses that a browser is sent to: the answer is where it goes on. */
export interface Redirect {
  readonly status: 302;
  readonly location: string;
}

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `{parameters}` as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body's media type where it is not JSON. */
  readonly bodyType?: string;
  readonly answer: Content | Redirect;
  /** Statuses answered with problem details. */
  readonly problems: readonly number[];
}

/** An answer in JSON. */
export const json = (schema: z.ZodType, status: 200 | 201 = 200) => ({ status, type: 'application/json', schema });
/** An answer that sends a browser on. */
export const redirect = (location: string) => ({ status: 302, location }) as const;
/** An answer that is a JavaScript module. */
export const javascript = { status: 200, type: 'text/javascript', schema: z.string() } as const;
