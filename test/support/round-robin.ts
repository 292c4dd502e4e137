/** Owns a small proxy as operators put one before several servers: each request goes, once it is whole, to the next of them. */
import { Agent, createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RoundRobin {
  readonly address: string;
  /** The addresses of the servers behind it, in their order. */
  serve(upstreams: readonly string[]): void;
  /** How many requests each of them was given. */
  readonly given: ReadonlyMap<string, number>;
  readonly stop: () => Promise<void>;
}

export async function startRoundRobin(): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true });
  const given = new Map<string, number>();
  let upstreams: readonly string[] = [];
  let turn = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    turn += 1;
    const [mine, behind] = [turn % upstreams.length, [...upstreams, ...upstreams]];
    forward(request, Buffer.concat(chunks), response, behind.slice(mine, mine + upstreams.length));
  });

  /** A server that cannot be reached is passed over; one that took a request is not asked again by another way. */
  function forward(
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    [upstream, ...others]: readonly string[],
  ): void {
    if (upstream === undefined) return void response.writeHead(502).end('{}');
    given.set(upstream, (given.get(upstream) ?? 0) + 1);
    const headers = { ...request.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' };
    const passed = open(`${upstream}${request.url}`, { agent, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response).on('error', () => answer.destroy());
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') forward(request, body, response, others);
      else if (response.headersSent) response.destroy();
      else response.writeHead(502).end('{}');
    });
    passed.end(body);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (addresses) => {
      upstreams = addresses;
    },
    given,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
