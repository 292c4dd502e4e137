/** Owns a real OpenID Connect provider for tests, on a port of this machine, and walking through its pages. */
import { createServer, type Server } from 'node:http';
import { jest } from '@jest/globals';
import { type Configuration, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { freePort } from './free-port.js';

export interface IdentityProvider {
  readonly issuer: string;
  /** The names that people have there now, by their unchanging login. */
  readonly names: Map<string, string>;
  readonly stop: () => Promise<void>;
}

export interface ProviderOptions {
  /** Where the site that people sign in to is reached. */
  readonly site: string;
  readonly port?: number;
}

const CLIENT = { client_id: 'yimen', client_secret: 'a secret of the tests' };

/** The variables of a server that signs people in through a provider. */
export const signsInThrough = (issuer: string, site: string): Record<string, string> => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT.client_id,
  OIDC_CLIENT_SECRET: CLIENT.client_secret,
  PUBLIC_URL: site,
});

/** Starts a provider whose own sign-in page takes any login with any password. */
export async function startProvider({ site, port: wanted }: ProviderOptions): Promise<IdentityProvider> {
  const port = wanted ?? (await freePort());
  const issuer = `http://127.0.0.1:${port}`;
  const names = new Map<string, string>();
  const provider = quietly(issuer, {
    clients: [
      { ...CLIENT, redirect_uris: [`${site}/api/v1/session/oidc/callback`], post_logout_redirect_uris: [`${site}/`] },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: async () => ({ sub: accountId, preferred_username: names.get(accountId) }),
    }),
    pkce: { required: () => true },
    features: { rpInitiatedLogout: { logoutSource: askToSignOut } },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    cookies: { keys: ['a key of the tests'] },
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { issuer, names, stop: () => stop(server) };
}

/** It warns that it keeps everything in memory and takes any password, which is what tests want. */
function quietly(issuer: string, configuration: Configuration): Provider {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  try {
    return new Provider(issuer, configuration);
  } finally {
    warn.mockRestore();
  }
}

/** The provider's page before it ends its own session; `form` carries what it needs. */
function askToSignOut(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = `<!doctype html>${form}<button form="op.logoutForm" name="logout" value="yes">Sign me out</button>`;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A browser at the provider: keeps cookies, follows its pages, stops where it is sent to another site. */
export class ProviderVisit {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly issuer: string) {}

  /** Signs in and agrees; answers where the provider sends the browser back to. */
  async signIn(door: string, login: string): Promise<URL> {
    let page = await this.follow(door);
    while (typeof page === 'string') page = await this.submit(page, login);
    return page;
  }

  /** Turns away at the sign-in page. */
  async decline(door: string): Promise<URL> {
    const page = await this.follow(door);
    const abort = /href="([^"]+\/abort)"/u.exec(String(page))?.[1];
    return (await this.follow(String(abort))) as URL;
  }

  private submit(page: string, login: string): Promise<string | URL> {
    const action = /action="([^"]+)"/u.exec(page)?.[1] ?? '';
    const prompt = /name="prompt" value="([^"]+)"/u.exec(page)?.[1] ?? '';
    return this.follow(action, new URLSearchParams({ prompt, login, password: 'any' }));
  }

  /** The text of the page at the end, or the address at another site. */
  private async follow(address: string, form?: URLSearchParams): Promise<string | URL> {
    const url = new URL(address, this.issuer);
    if (url.origin !== this.issuer) return url;
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    this.keep(response);
    const next = response.headers.get('location');
    if (next) return this.follow(next);
    if (!response.ok) throw new Error(`the provider answered ${response.status}: ${await response.text()}`);
    return response.text();
  }

  private keep(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
