/** Owns the security headers. */
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Own scripts and styles only, none made from text; style tags the page adds carry the nonce of its answer. */
const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

export async function addSecurityHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(
    helmet as never,
    {
      contentSecurityPolicy: { useDefaults: false, directives },
      enableCSPNonces: true,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    } as never,
  );
}
