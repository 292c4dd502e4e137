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

/** Uploads a picture to an area. */
export async function upload(
  address: string,
  { cookie, csrf }: Session,
  area: string,
  bytes: Uint8Array,
  key?: string,
): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'photo.png');
  const response = await fetch(`${address}/api/v1/files?area=${area}`, {
    method: 'POST',
    signal: AbortSignal.timeout(LONGEST),
    headers: { cookie, 'x-csrf-token': csrf, ...(key !== undefined && { 'idempotency-key': key }) },
    body,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** The bytes of a file, or the status where there are none. */
export async function download(address: string, { cookie }: Session, id: string): Promise<Buffer | number> {
  const response = await fetch(`${address}/api/v1/files/${id}/content`, {
    signal: AbortSignal.timeout(LONGEST),
    headers: { cookie },
  });
  return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : response.status;
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

/** Somebody with every role for all areas but the operator's, who invites them. */
export async function everyRole(address: string, operator: Session, name = 'everybody'): Promise<Session> {
  const { body } = await send(address, operator, 'GET', '/api/v1/areas?limit=200');
  const top = body.items.find((area: { parent: string | null }) => area.parent === null).id;
  const assignments: Assignment[] = roles.flatMap((role) => (role === 'operator' ? [] : { role, area: top }));
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
