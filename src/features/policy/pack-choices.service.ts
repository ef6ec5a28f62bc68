import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type ChoiceForm,
  findPack,
  type PackChoice,
  type PackFinding,
  packOrNone,
  readChoice,
  noPackError,
} from '../../domain/policy/choose-pack';
import { refuseProblems } from '../../domain/shared/problem';
import { packOptionText } from '../../glossary/policy-register-texts';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { RegionTree } from '../users/region-tree.service';
import { PackChoiceEntity } from './pack-choice.entity';
import { type LoadedPack, PolicyService } from './policy.service';

/**
 * Which pack a place goes by: the nearest region's in force, and where a region has several, the one that a
 * named person of the office chose with a reason. A later choice takes the place of an earlier one.
 */
@Injectable()
export class PackChoicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policy: PolicyService,
    private readonly tree: RegionTree,
  ) {}

  /**
   * The pack for a place on a day: the only one, the chosen one, several of which none is chosen, or none.
   * @param regionPath region codes, nearest first
   */
  async packFor(regionPath: readonly string[], day: CalendarDay): Promise<PackFinding<LoadedPack>> {
    const packs = this.policy.packsAlong(regionPath);
    return findPack(packs, { regionPath, day }, await this.listChoices(regionPath));
  }

  /** Every pack of these regions, of whatever days, the nearest region's first, of each the latest first. */
  packsAlong(regionPath: readonly string[]): LoadedPack[] {
    return this.policy.packsAlong(regionPath);
  }

  /** The pack to go by, if there is one. @throws DomainError `policy.twoPacksInForce` while nobody chose */
  async findPackFor(regionPath: readonly string[], day: CalendarDay): Promise<LoadedPack | undefined> {
    return packOrNone(await this.packFor(regionPath, day), day, packOptionText);
  }

  /**
   * The pack to go by. @throws DomainError `policy.twoPacksInForce` while nobody chose, `policy.packEnded`
   * where the last one has ended, `policy.noPackInForce` where there has been none
   */
  async requirePackFor(regionPath: readonly string[], day: CalendarDay): Promise<LoadedPack> {
    const found = await this.findPackFor(regionPath, day);
    if (found === undefined) throw noPackError(this.policy.packsAlong(regionPath), { regionPath, day });
    return found;
  }

  /** Every choice that was made for these regions, in the order in which they were made. */
  async listChoices(
    regionPath: readonly string[],
    db: EntityManager = this.database.reader,
  ): Promise<PackChoice[]> {
    const where = { region: In([...regionPath]) };
    const rows = await db.find(PackChoiceEntity, { where, order: { id: 'ASC' } });
    return rows.map(({ id, region, from, among, chosen, reason, by, at }) => ({
      ...{ id, region, from, among, chosen, reason, by, at },
    }));
  }

  /** The choices that hold for a collective, and those they took the place of. */
  async listFor(collectiveId: string): Promise<PackChoice[]> {
    return this.listChoices(await this.tree.regionPathOf(collectiveId));
  }

  /**
   * Chooses, for the office's region, one of the packs that are in force together.
   * @throws FormProblems as `readChoice` finds them
   */
  async choose(officeId: string, form: ChoiceForm, command: Command): Promise<{ id: string }> {
    const regionPath = await this.tree.regionPathOf(officeId);
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const { among, problems } = readChoice(form, this.policy.packsAlong(regionPath), regionPath);
        refuseProblems(problems);
        const id = newId();
        await insertRecorded(tx, PackChoiceEntity, {
          ...{ id, region: regionPath[0] ?? '', from: form.from, among: [...among], chosen: form.chosen },
          ...{ reason: form.reason.trim(), officeId, by: command.by, at: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'policy.choosePack', form),
    );
  }
}
