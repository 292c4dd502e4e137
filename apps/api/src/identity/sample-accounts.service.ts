/** Owns the accounts of a demonstration: one for each role, shown with their password on the sign-in page. */
import { Inject, Injectable } from '@nestjs/common';
import { type Area, type AreaLevel, type Role, roles, type Session } from '@yimen/contracts';
import { AreasService } from '../areas/areas.service.js';
import { ShippedAreas } from '../areas/shipped-areas.service.js';
import { ENVIRONMENT, type Environment } from '../env/environment.js';
import { AccountsService } from './accounts.service.js';
import { Passwords } from './passwords.service.js';

/** Good by whichever rules. */
const PASSWORD = 'Yimen-samples-1';

/** How a sample is called, and on which level it works. */
const samples: Readonly<Record<Role, { readonly title: string; readonly level: AreaLevel }>> = {
  clerk: { title: '窗口人员', level: 'county' },
  assessor: { title: '验收人员', level: 'county' },
  'county-lead': { title: '县区负责人', level: 'county' },
  'city-lead': { title: '市级负责人', level: 'city' },
  administrator: { title: '配置管理员', level: 'city' },
  reviewer: { title: '配置审核人', level: 'city' },
  auditor: { title: '审计人员', level: 'city' },
  operator: { title: '系统运维', level: 'city' },
};

@Injectable()
export class SampleAccounts {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(AccountsService) private readonly accounts: AccountsService,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(AreasService) private readonly areas: AreasService,
    @Inject(ShippedAreas) private readonly shipped: ShippedAreas,
  ) {}

  /** Makes the samples where they were asked for and no account exists. */
  async make(): Promise<void> {
    if (!this.environment.sampleData) return;
    await this.shipped.enter();
    if (await this.accounts.any()) return;
    const { items } = await this.areas.list({ limit: 200, closed: false });
    for (const role of roles) {
      const area = firstOn(items, samples[role].level);
      if (!area) continue;
      const creation = { title: `${samples[role].title}（样例）`, assignments: [{ role, area: area.id }] };
      const { link } = await this.accounts.create(null, role, creation);
      if (link) await this.passwords.welcome(link.slice(link.indexOf('#') + 1), PASSWORD);
    }
  }

  /** What the sign-in page shows of them. */
  shown(): Session['samples'] {
    if (!this.environment.sampleData) return [];
    return (Object.keys(samples) as Role[]).map((role) => ({
      name: role,
      title: samples[role].title,
      password: PASSWORD,
    }));
  }
}

const firstOn = (areas: readonly Area[], level: AreaLevel): Area | undefined =>
  areas.find((area) => area.level === level);
