/** Owns talking to the identity provider: where it takes people in and out, and whom it vouches for. */
import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import type { SingleSignOnSettings } from '../env/single-sign-on.js';
import type { Person } from '../identity/linked-sign-in.service.js';
import { providerAddresses } from '../identity/provider-addresses.js';
import { SignInStopped } from '../identity/sign-in-stopped.js';

/** Seconds that the provider has for an answer. */
const PATIENCE = 10;

/** What is kept of a sign-in until its answer comes. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export const newSecrets = (): Secrets => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  verifier: client.randomPKCECodeVerifier(),
});

@Injectable()
export class Provider {
  /** What the provider said of itself when it was last asked. */
  private known: client.Configuration | undefined;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {}

  /** Where a browser asks the provider to sign somebody in, which has just been heard from. */
  async door({ state, nonce, verifier }: Secrets): Promise<string> {
    const url = client.buildAuthorizationUrl(await this.ask(), {
      redirect_uri: this.addresses().back,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  /** Whom an answer, given as the query it came with, vouches for. */
  async personBy(query: string, { state, nonce, verifier }: Secrets): Promise<Person> {
    const configuration = await (this.known ?? this.ask());
    try {
      const tokens = await client.authorizationCodeGrant(configuration, new URL(`${this.addresses().back}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      });
      const claims = tokens.claims();
      if (!claims) throw new SignInStopped('provider-failed');
      return { issuer: claims.iss, subject: claims.sub, name: await this.nameOf(configuration, tokens, claims) };
    } catch (error) {
      throw stopped(error);
    }
  }

  /** Where a browser asks the provider to end its own session; undefined where it has no such address. */
  async exit(): Promise<string | undefined> {
    const configuration = await this.ask();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: this.addresses().first }).href;
  }

  /** Some providers tell names in their tokens, others only when asked. */
  private async nameOf(
    configuration: client.Configuration,
    { access_token }: { readonly access_token: string },
    claims: client.IDToken,
  ): Promise<string | undefined> {
    const { claim } = this.settings();
    const asked = claims[claim] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const told = asked ? await client.fetchUserInfo(configuration, access_token, claims.sub) : claims;
    const name = told[claim];
    return typeof name === 'string' ? name : undefined;
  }

  private async ask(): Promise<client.Configuration> {
    const settings = this.settings();
    try {
      this.known = await discover(settings);
      return this.known;
    } catch (error) {
      throw new SignInStopped('provider-unavailable', { cause: error });
    }
  }

  private addresses() {
    return providerAddresses(this.settings());
  }

  private settings(): SingleSignOnSettings {
    const { singleSignOn } = this.environment;
    if (!singleSignOn) throw new SignInStopped('provider-unavailable');
    return singleSignOn;
  }
}

async function discover({ issuer, client: id, secret }: SingleSignOnSettings): Promise<client.Configuration> {
  const url = new URL(issuer);
  const plain = url.protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(url, id, undefined, secretOf(secret), { timeout: PATIENCE, ...plain });
}

/** In the header, the way every provider has to take, unless it says that it only takes another. */
function secretOf(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

function stopped(error: unknown): SignInStopped {
  if (error instanceof SignInStopped) return error;
  if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied')
    return new SignInStopped('provider-declined', { cause: error });
  return new SignInStopped(isAway(error) ? 'provider-unavailable' : 'provider-failed', { cause: error });
}

/** Whether the provider did not answer, or only that it is out of order: what it did say has a code. */
function isAway(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { status?: number } };
  return code === undefined || code === 'OAUTH_TIMEOUT' || (cause?.status ?? 0) >= 500;
}
