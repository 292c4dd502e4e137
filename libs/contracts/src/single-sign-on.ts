/** Owns signing in through an identity provider as it travels through addresses. */
import * as z from 'zod';

export const singleSignOnQuery = z.object({
  page: z
    .string()
    .optional()
    .meta({ description: 'The page asked for; anything but a path of this site is the first' }),
});

/** What the provider sends back by the browser. */
export const providerAnswer = z.object({
  state: z.string().optional(),
  code: z.string().optional(),
  error: z.string().optional(),
});

/** Who may sign in to an account through the provider, by the name that the provider knows. */
export const personName = z.string().min(1).max(200);

export type SingleSignOnQuery = z.output<typeof singleSignOnQuery>;
export type ProviderAnswer = z.output<typeof providerAnswer>;
