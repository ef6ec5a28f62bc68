import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type ConfirmationForm,
  confirmationProblems,
  type PackConfirmation,
  type PackStanding,
  standingOn,
} from '../../domain/policy/confirmation';
import { FormProblems, refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock, localTime } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { RegionTree } from '../users/region-tree.service';
import { PackConfirmationEntity } from './pack-confirmation.entity';
import { type LoadedPack, PolicyService } from './policy.service';

/** Who confirmed that a document past its day of confirmation still holds. */
@Injectable()
export class PackConfirmationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policy: PolicyService,
    private readonly tree: RegionTree,
  ) {}

  /**
   * Whether a pack still holds for a place on a day: not to be asked, confirmed, or not confirmed.
   * @param regionPath region codes, nearest first
   */
  async confirmationOf(
    regionPath: readonly string[],
    loaded: LoadedPack,
    day: CalendarDay,
  ): Promise<PackStanding> {
    return standingOn(loaded, { regionPath, day }, await this.listConfirmations(regionPath));
  }

  /** As {@link confirmationOf}; what a plan of that day was decided under stays the same one for ever. */
  async decidedUnder(
    edition: Pick<LoadedPack, 'pack' | 'digest'>,
    place: { readonly regionPath: readonly string[]; readonly day: CalendarDay },
  ): Promise<PackStanding> {
    const given = await this.listConfirmations(place.regionPath);
    return standingOn(edition, { ...place, named: 'first' }, given);
  }

  /** Every confirmation that was given for these regions, in the order in which they were given. */
  async listConfirmations(regionPath: readonly string[]): Promise<PackConfirmation[]> {
    const rows = await this.database.reader.find(PackConfirmationEntity, {
      where: { region: In([...regionPath]) },
      order: { id: 'ASC' },
    });
    return rows.map(({ paper, on, ...row }) => ({
      ...{ ...row, paper: paper ?? undefined, on: on ?? localTime(row.at).slice(0, 10) },
    }));
  }

  /** The confirmations that hold for a collective. */
  async listFor(collectiveId: string): Promise<PackConfirmation[]> {
    return this.listConfirmations(await this.tree.regionPathOf(collectiveId));
  }

  /**
   * Confirms for the office's region that a pack still holds.
   * @throws FormProblems `form.notAllowed` (no pack of the region), as `confirmationProblems` finds them
   */
  async confirm(officeId: string, form: ConfirmationForm, command: Command): Promise<{ id: string }> {
    const regionPath = await this.tree.regionPathOf(officeId);
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const { packId } = form;
        const loaded = this.policy.packsAlong(regionPath).find(({ pack }) => pack.id === packId);
        if (loaded === undefined)
          throw new FormProblems([{ code: 'form.notAllowed', field: 'packId', value: packId }]);
        refuseProblems(confirmationProblems(form, loaded.pack, this.clock.today()));
        const [id, paper] = [newId(), form.paperTitle.trim()];
        await insertRecorded(tx, PackConfirmationEntity, {
          ...{ id, region: regionPath[0] ?? '', packId, digest: loaded.digest, until: form.until, officeId },
          ...{ paper: paper === '' ? null : paper, reason: form.reason.trim() },
          ...{ by: command.by, on: this.clock.today(), at: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'policy.confirmPack', form),
    );
  }
}
