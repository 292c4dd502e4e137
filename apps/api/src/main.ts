/** Owns the server process: start, address, end. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { DatabaseFault, isUnavailable, openingFault } from './database/database-fault.js';
import { endOnSignal } from './ending.js';
import { type Environment, EnvironmentError, readEnvironment } from './env/environment.js';
import { FirstOperator } from './identity/first-operator.service.js';
import { SampleAccounts } from './identity/sample-accounts.service.js';
import { Refusal } from './refusal.js';

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

/** The server, or a told refusal to start: a database that cannot be used, a key that is missing, data it cannot make. */
async function started(read: Environment): Promise<NestFastifyApplication> {
  try {
    return await createApp(read);
  } catch (fault) {
    const error = isUnavailable(fault) ? openingFault(fault) : fault;
    if (!(error instanceof DatabaseFault || error instanceof Refusal)) throw error;
    process.stderr.write(`未启动 / The server did not start\n${error.text.zh}\n${error.text.en}\n`);
    // The connections of the half-made server would keep the process.
    process.exit(1);
  }
}

async function main(): Promise<void> {
  const read = environment();
  const app = read && (await started(read));
  if (!app) return;
  endOnSignal(app, read.drainSeconds);
  await app.listen(read.port, read.host);
  const address = await app.getUrl();
  const link = await app.get(FirstOperator).invite();
  const way = link ? [`还没有能登录的系统运维，请打开 / no operator can sign in yet, open: ${address}${link}`] : [];
  const samples = app.get(SampleAccounts).shown();
  const shown = samples.map(({ name, title, password }) => `  ${name}  ${password}  ${title}`);
  const heading = shown.length > 0 ? ['样例账号，只用于演示 / sample accounts, for the demonstration only:'] : [];
  process.stdout.write(`${[`一门 Yimen: ${address}`, ...way, ...heading, ...shown].join('\n')}\n`);
}

await main();
