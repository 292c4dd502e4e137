/** Owns noticing that another server on the same database has published a version or taken one back. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { EditionCatalogue } from './edition-catalogue.service.js';
import { EditionVersionRepository } from './edition-version.repository.js';

/** Two counts are asked for in each. */
const EVERY = 2_000;

@Injectable()
export class EditionWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private seen = '';

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

  /** While the mark stands, nothing is new. */
  private async look(): Promise<void> {
    const mark = await this.unitOfWork.run((transaction) => this.versions.mark(transaction));
    if (mark !== this.seen) await this.catalogue.refresh();
    this.seen = mark;
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
