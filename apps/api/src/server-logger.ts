/** Owns what the server prints: its own messages, without the framework's account of its wiring. */
import { ConsoleLogger, type LogLevel } from '@nestjs/common';

const wiring: ReadonlySet<unknown> = new Set([
  'NestFactory',
  'NestApplication',
  'InstanceLoader',
  'RouterExplorer',
  'RoutesResolver',
]);

export class ServerLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!wiring.has(rest.at(-1))) super.log(message, ...(rest as [string]));
  }

  /** Warnings go where errors go: they are for whoever runs the server. */
  protected override printMessages(
    messages: unknown[],
    context?: string,
    level?: LogLevel,
    stream?: 'stdout' | 'stderr',
    stack?: unknown,
  ): void {
    super.printMessages(messages, context, level, level === 'warn' ? 'stderr' : stream, stack);
  }
}
