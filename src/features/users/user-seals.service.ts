import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccountPersonsService } from './account-persons.service';
import { SecondFactorsService } from './second-factors.service';

/** What is sealed of those who log in: the secrets of their telephones, and who they are. */
@Injectable()
export class UserSealsService {
  constructor(
    private readonly factors: SecondFactorsService,
    private readonly persons: AccountPersonsService,
  ) {}

  /** Under which keys anything is sealed. */
  async listKeyIds(): Promise<string[]> {
    return [...(await this.factors.listKeyIds()), ...(await this.persons.listKeyIds())];
  }

  /** Seals anew whatever an earlier key sealed of an office's people. @returns how many */
  async sealAnew(tx: EntityManager, collectiveId: string): Promise<number> {
    return (await this.factors.sealAnew(tx, collectiveId)) + (await this.persons.sealAnew(tx, collectiveId));
  }
}
