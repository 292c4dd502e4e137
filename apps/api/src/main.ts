/** Owns the server process: start, address, graceful end. */
import { createApp } from './app.js';
import { type Environment, EnvironmentError, readEnvironment } from './env/environment.js';
import { FirstOperator } from './identity/first-operator.service.js';

/** The environment, or a told refusal to start. */
function environment(): Environment | undefined {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(
      `环境变量有误，未启动 / The environment is not valid; the server did not start\n${error.message}\n`,
    );
    process.exitCode = 2;
    return undefined;
  }
}

async function main(): Promise<void> {
  const read = environment();
  if (!read) return;
  const app = await createApp(read);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  await app.listen(read.port, read.host);
  const address = await app.getUrl();
  const link = await app.get(FirstOperator).invite();
  const way = link ? `还没有账号，请打开 / no accounts yet, open: ${address}${link}\n` : '';
  process.stdout.write(`一门 Yimen: ${address}\n${way}`);
}

await main();
