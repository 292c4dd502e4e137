/** Owns the graceful end of the server: it says that it ends, finishes what it took, and never hangs. */
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from './health/readiness.service.js';

/** What was taken is cut off after this long, and the process ends with an error after twice as long. */
const LONGEST = 10_000;

/** Ends the process at the first signal; a second one ends it at once. */
export function endOnSignal(app: NestFastifyApplication, drainSeconds: number): void {
  let asked = false;
  const end = (): void => {
    if (asked) process.exit(1);
    asked = true;
    void drain(app, drainSeconds).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
}

/** Balancers see that the server is not ready while it still serves; then it closes. */
async function drain(app: NestFastifyApplication, seconds: number): Promise<void> {
  app.get(Readiness).end();
  await pause(seconds * 1000);
  setTimeout(() => app.getHttpServer().closeAllConnections(), LONGEST).unref();
  setTimeout(() => process.exit(1), 2 * LONGEST).unref();
  await app.close();
}
