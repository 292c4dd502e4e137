/** Owns filling an installation without areas with those of the configuration folder. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { isDuplicate } from '../database/driver-error.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { Refusal } from '../refusal.js';
import { AreaExchange } from './area-exchange.service.js';
import { AreaScope } from './area-scope.js';
import { AreasService } from './areas.service.js';

@Injectable()
export class ShippedAreas implements OnApplicationBootstrap {
  private readonly logger = new Logger('Areas');

  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(AreaExchange) private readonly exchange: AreaExchange,
  ) {}

  private entered: Promise<void> | undefined;

  onApplicationBootstrap(): Promise<void> {
    return this.enter();
  }

  /** Enters them once; whoever needs areas at start waits for this. */
  enter(): Promise<void> {
    this.entered ??= this.enterFolder();
    return this.entered;
  }

  /** Of several servers starting at once, one imports. */
  private async enterFolder(): Promise<void> {
    const folder = join(this.environment.configuration, 'rules', 'areas');
    if (!existsSync(folder) || (await this.areas.any())) return;
    const texts = new Map<string, string>();
    for (const name of (await readdir(folder)).filter((each) => each.endsWith('.csv')).sort())
      texts.set(name, await readFile(join(folder, name), 'utf8'));
    try {
      const { changes } = await this.exchange.importCsvs(texts, { scope: AreaScope.everywhere, dryRun: false });
      const names = [...texts.keys()].join(', ');
      this.logger.log(`已录入 ${changes.length} 个区域（${names}） / entered ${changes.length} areas (${names})`);
    } catch (error) {
      if (error instanceof Refusal) this.logger.error(describe(error));
      else if (!isDuplicate(error)) throw error;
    }
  }
}

const describe = ({ text, issues }: Refusal): string =>
  [
    `${text.zh} / ${text.en}`,
    ...issues.map(({ document, line, message }) => `  ${document}:${line} ${message.zh} / ${message.en}`),
  ].join('\n');
