/** Owns somebody who uses a server process over HTTP: a session that outlives the process it was opened on. */
import type { Assignment } from '@yimen/contracts';
import { roles } from '@yimen/contracts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

export interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

type Headed = Readonly<Record<string, string>>;

/** Requests take at most this long: a server that hangs is a failure, not a wait. */
const LONGEST = 30_000;

/** Sends one request; throws where no answer comes. */
export async function send(
  address: string,
  session: Session | undefined,
  method: string,
  path: string,
  body?: unknown,
  headers: Headed = {},
): Promise<Answer> {
  const response = await fetch(address + path, {
    method,
    signal: AbortSignal.timeout(LONGEST),
    headers: {
      ...(session && { cookie: session.cookie, 'x-csrf-token': session.csrf }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

const PASSWORD = 'a good password';

export async function signIn(address: string, name: string, password = PASSWORD): Promise<Session> {
  const { status, headers, body } = await send(address, undefined, 'POST', '/api/v1/session', { name, password });
  if (status !== 200) throw new Error(`${name} cannot sign in: ${status} ${JSON.stringify(body)}`);
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '', csrf: body.csrf };
}

const welcome = (address: string, token: string) =>
  send(address, undefined, 'POST', '/api/v1/welcome', { token, password: PASSWORD });

/** The first operator, by the link that the server printed. */
export async function firstOperator(address: string, invitation: string | undefined): Promise<Session> {
  if (!invitation) throw new Error('no link was printed');
  await welcome(address, invitation);
  return signIn(address, 'operator');
}

/** Somebody with every role for all areas, invited by an operator. */
export async function everyRole(address: string, operator: Session, name = 'everybody'): Promise<Session> {
  const { body } = await send(address, operator, 'GET', '/api/v1/areas?limit=200');
  const top = body.items.find((area: { parent: string | null }) => area.parent === null).id;
  const assignments: Assignment[] = roles.map((role) => ({ role, area: top }));
  const { body: made } = await send(address, operator, 'PUT', `/api/v1/accounts/${name}`, { title: name, assignments });
  await welcome(address, String(made.link).split('#')[1] ?? '');
  return signIn(address, name);
}

/** The facts of a record with its personal answers in full. */
export async function factsOf(address: string, session: Session, id: string): Promise<object> {
  const path = `/api/v1/submissions/${id}`;
  const masked = (await send(address, session, 'GET', path)).body.facts as Record<string, object>;
  const personal = (await send(address, session, 'POST', `${path}/personal-data`, { reason: 'fault test' })).body.facts;
  return Object.fromEntries(Object.entries(masked).map(([form, given]) => [form, { ...given, ...personal[form] }]));
}
