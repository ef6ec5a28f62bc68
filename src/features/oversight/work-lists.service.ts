import { Injectable } from '@nestjs/common';
import type { HeldRole } from '../../platform/http/actor';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { WaitingFilingsService } from './waiting-filings.service';
import { type WaitingWork, WaitingWorkService } from './waiting-work.service';

/** Something that waits, and where who does it holds his role. */
export type WorkOf = WaitingWork & { readonly heldAt: string };

/** What waits for one person over all places in which he works, and what an office reminds others of. */
@Injectable()
export class WorkListsService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly work: WaitingWorkService,
    private readonly filings: WaitingFilingsService,
  ) {}

  /** The longest waiting first. */
  async ownOf(roles: readonly HeldRole[]): Promise<WaitingWork[]> {
    const placesOf = (role: string): string[] =>
      roles.filter((held) => held.role === role).map(({ collectiveId }) => collectiveId);
    const [kept, overseen] = [placesOf('accountant'), placesOf('township')];
    const all = await this.collectives.listCollectives();
    const own = all.filter(({ id, kind }) => kind === 'village' && kept.includes(id));
    const below: Collective[] = [];
    for (const id of overseen) below.push(...(await this.collectives.listVillagesBelow(id)));
    const waiting = [
      ...(await this.work.listWaiting(own)).filter(({ whose }) => whose === 'accountant'),
      ...(await this.work.listWaiting(below)).filter(({ whose }) => whose === 'township'),
    ];
    for (const id of placesOf('county')) waiting.push(...(await this.filings.listWork(id)));
    return waiting.sort((one, other) => other.days - one.days);
  }

  /** What waits of the villages below an office for others than it: their accountants and the county. */
  async remindedBy(officeId: string): Promise<WorkOf[]> {
    const villages = await this.collectives.listVillagesBelow(officeId);
    const waiting = (await this.work.listWaiting(villages)).filter(({ whose }) => whose === 'accountant');
    const reminded: WorkOf[] = waiting.map((each) => ({ ...each, heldAt: each.village.id }));
    for (const heldAt of await this.collectives.listAncestorIds(officeId)) {
      const filed = (await this.filings.listWork(heldAt)).filter(({ village }) =>
        villages.some(({ id }) => id === village.id),
      );
      reminded.push(...filed.map((each) => ({ ...each, heldAt })));
    }
    return reminded;
  }
}
