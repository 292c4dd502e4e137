/** Owns proving a draft for whoever works on it. */
import { Inject, Injectable } from '@nestjs/common';
import type { DraftProof } from '@yimen/contracts';
import type { Actor } from '../identity/account.js';
import { DraftsService } from './drafts.service.js';
import { Prover } from './prover.service.js';

@Injectable()
export class ProofService {
  constructor(
    @Inject(DraftsService) private readonly drafts: DraftsService,
    @Inject(Prover) private readonly prover: Prover,
  ) {}

  /** Checks, cases and coverage of a draft as it is stored. */
  async prove(actor: Actor, id: string): Promise<DraftProof> {
    const { edition, documents, version } = await this.drafts.get(actor, id, 'prove-drafts');
    const { compared: _, ...proof } = await this.prover.prove(edition, documents);
    return { version, ...proof };
  }
}
