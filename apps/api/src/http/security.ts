/** Owns the security headers. */
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Own scripts only, and none made from text. The component library injects its styles as tags. */
const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
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
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    } as never,
  );
}
