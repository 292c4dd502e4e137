/** Owns noticing that another server on the same database has published a version. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from './edition-catalogue.service.js';
import { EditionVersionRepository } from './edition-version.repository.js';

/** One count is asked for in each. */
const EVERY = 2_000;

@Injectable()
export class EditionWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private seen = -1;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EditionVersionRepository) private readonly versions: EditionVersionRepository,
    @Inject(EditionCatalogue) private readonly catalogue: EditionCatalogue,
  ) {}

  onApplicationBootstrap(): void {
    this.plan();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Versions are only ever added: while their number stands, nothing is new. */
  private async look(): Promise<void> {
    const count = await this.unitOfWork.run((transaction) => this.versions.count(transaction));
    if (count !== this.seen) await this.catalogue.refresh();
    this.seen = count;
  }

  /** Whether the database answers is told by the requests that need it. */
  private plan(): void {
    this.timer = setTimeout(
      () =>
        void this.look()
          .catch(ignore)
          .then(() => this.timer && this.plan()),
      EVERY,
    ).unref();
  }
}

const ignore = (): void => undefined;
