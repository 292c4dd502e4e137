/** Owns the way into an installation that nobody can sign in to yet: one operator, invited by a link printed once. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { AreasService } from '../areas/areas.service.js';
import { ShippedAreas } from '../areas/shipped-areas.service.js';
import { isDuplicate } from '../database/driver-error.js';
import { AccountsService } from './accounts.service.js';

const NAME = 'operator';

@Injectable()
export class FirstOperator {
  private readonly logger = new Logger('Accounts');

  constructor(
    @Inject(AccountsService) private readonly accounts: AccountsService,
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(ShippedAreas) private readonly shipped: ShippedAreas,
  ) {}

  /** The path of the one-time link, while no account has a password; there is never a default one. */
  async invite(): Promise<string | null> {
    await this.shipped.enter();
    if (await this.accounts.anyUsable()) return null;
    const tops = (await this.areas.list({ limit: 200, closed: false })).items.filter(({ parent }) => parent === null);
    if (tops.length === 0) {
      this.logger.error(
        '没有区域，不能建立运维账号，请在 rules/areas/ 放入区域表 / there are no areas; put a table into rules/areas/',
      );
      return null;
    }
    const assignments = tops.map(({ id }) => ({ role: 'operator' as const, area: id }));
    try {
      const { link } = await this.accounts.create(null, NAME, { title: '系统运维', assignments });
      return link ?? (await this.accounts.change(null, NAME, { kind: 'reset' })).link;
    } catch (error) {
      // Another server was faster and prints the link.
      if (isDuplicate(error)) return null;
      throw error;
    }
  }
}
