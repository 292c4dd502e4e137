/** Owns accounts and sessions as they travel. */
import * as z from 'zod';
import { roles } from './access.js';
import { areaId } from './area.js';
import { localizedText } from './issue.js';
import { pageOf } from './page.js';
import { personName } from './single-sign-on.js';

/** What somebody signs in with. */
export const accountName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/);

/** Any length that a person can type; what makes a password good enough is judged by the installation's rules. */
const password = z.string().min(1).max(200);
const token = z.string().regex(/^[\w-]{20,100}$/);

export const role = z.enum(roles);

export const assignment = z
  .object({ role, area: areaId.meta({ description: 'Held here and everywhere below' }) })
  .meta({ id: 'Assignment' });

export const account = z
  .object({
    id: z.string(),
    name: accountName,
    title: z.string().meta({ description: 'How people call its holder' }),
    assignments: z.array(assignment),
    disabled: z.boolean(),
    version: z.number().int().meta({ description: 'One more with every change; the tag that a change names' }),
    person: z
      .string()
      .nullable()
      .meta({ description: 'Who may sign in to it through the provider, by their name there' }),
  })
  .meta({ id: 'Account' });

export const accountPage = pageOf(account).meta({ id: 'AccountPage' });

export const signIn = z.strictObject({ name: z.string().max(200), password }).meta({ id: 'SignIn' });

/** Who is signed in, with what unsafe requests send back in `X-CSRF-Token`. */
export const session = z
  .object({
    account: account.nullable(),
    csrf: z.string().nullable(),
    passwordExpired: z.boolean().meta({
      description: 'Whether a new password must be chosen before anything else is done',
    }),
    samples: z.array(z.object({ name: accountName, title: z.string(), password: z.string() })).meta({
      description: 'Accounts of a demonstration, shown on its sign-in page',
    }),
    provider: z
      .object({ name: localizedText, address: z.string().meta({ description: 'Where signing in through it begins' }) })
      .nullable(),
    leave: z
      .string()
      .nullable()
      .meta({ description: 'Where signing out goes on, for a session opened through the provider' }),
  })
  .meta({ id: 'Session' });

export const passwordChange = z.strictObject({ current: password, next: password }).meta({ id: 'PasswordChange' });
export const welcome = z.strictObject({ token, password }).meta({ id: 'Welcome' });

export const accountCreation = z
  .strictObject({ title: z.string().min(1).max(100), assignments: z.array(assignment).max(50) })
  .meta({ id: 'AccountCreation' });

/** A new account, or one whose password was reset, with the one-time path at which its holder chooses a password. */
export const invited = z
  .object({ account, link: z.string().nullable().meta({ description: 'Shown once; null where a password is set' }) })
  .meta({ id: 'Invited' });

export const accountChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('assign'), assignments: z.array(assignment).max(50) }),
    z.strictObject({ kind: z.literal('disable') }),
    z.strictObject({ kind: z.literal('enable') }),
    z.strictObject({ kind: z.literal('reset') }),
    z.strictObject({
      kind: z.literal('link'),
      person: personName.nullable().meta({ description: 'Null: nobody signs in to it through the provider' }),
    }),
  ])
  .meta({ id: 'AccountChange' });

export const accountParams = z.object({ name: accountName });
export const nothing = z.object({}).meta({ id: 'Nothing' });

export type Account = z.output<typeof account>;
export type AccountPage = z.output<typeof accountPage>;
export type Assignment = z.output<typeof assignment>;
export type SignIn = z.output<typeof signIn>;
export type Session = z.output<typeof session>;
export type PasswordChange = z.output<typeof passwordChange>;
export type Welcome = z.output<typeof welcome>;
export type AccountCreation = z.output<typeof accountCreation>;
export type AccountChange = z.output<typeof accountChange>;
export type Invited = z.output<typeof invited>;
