import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In, Like } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type LocalNumber,
  type LocalStandard,
  localNumbersOf,
  readStandard,
  type StandardForm,
} from '../../domain/policy/local-standard';
import type { PolicyPack } from '../../domain/policy/pack';
import { liesIn, regionPrefix } from '../../domain/policy/regions';
import { reasonProblems } from '../../domain/policy/written-reason';
import { standardSenseProblems } from '../../domain/policy/standard-sense';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { RegionTree } from '../users/region-tree.service';
import { LocalStandardEntity } from './local-standard.entity';
import { PolicyService } from './policy.service';
import { StandardWithdrawalEntity } from './standard-withdrawal.entity';

/** A local standard with who entered it, and who withdrew it where somebody did. */
export interface KeptStandard extends LocalStandard {
  /** Why although a document expects another; blank where none does. */
  readonly why: string;
  readonly enteredBy: string;
  readonly enteredAt: string;
  readonly withdrawn: { readonly reason: string; readonly by: string; readonly at: string } | undefined;
}

/**
 * The numbers that counties give where a policy document leaves them to the county, or more strictly than it
 * does. Nothing is edited: a wrong one is withdrawn with a reason, and plans keep what they used.
 */
@Injectable()
export class LocalStandardsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly policy: PolicyService,
    private readonly tree: RegionTree,
  ) {}

  /**
   * The local numbers a pack uses for a place on a day, as `localNumbersOf` finds them.
   * @param regionPath region codes, nearest first
   */
  async numbersOn(
    regionPath: readonly string[],
    pack: PolicyPack,
    day: CalendarDay,
  ): Promise<readonly LocalNumber[]> {
    const all = await this.listStandards(regionPath);
    const standing = all.filter(({ withdrawn }) => withdrawn === undefined);
    return localNumbersOf(standing, { regionPath, pack, day });
  }

  /** The local numbers a pack uses for a collective on a day, along its region path. */
  async numbersFor(
    collectiveId: string,
    pack: PolicyPack,
    day: CalendarDay,
  ): Promise<readonly LocalNumber[]> {
    return this.numbersOn(await this.tree.regionPathOf(collectiveId), pack, day);
  }

  /** Every standard of these regions, withdrawn ones among them, in the order in which they were entered. */
  async listStandards(
    regionPath: readonly string[],
    db: EntityManager = this.database.reader,
  ): Promise<KeptStandard[]> {
    return this.find(db, { region: In([...regionPath]) });
  }

  /** The standards along a collective's region path and those of all regions in its own. */
  async listFor(collectiveId: string): Promise<KeptStandard[]> {
    const regionPath = await this.tree.regionPathOf(collectiveId);
    const [own = ''] = regionPath;
    const below = { region: Like(`${regionPrefix(own)}%`) };
    return this.find(this.database.reader, [{ region: In([...regionPath]) }, below]);
  }

  /** What the collective of a region is called, by region code. */
  listRegionNames(): Promise<ReadonlyMap<string, string>> {
    return this.tree.listRegionNames();
  }

  private async find(
    db: EntityManager,
    where: FindOptionsWhere<LocalStandardEntity> | FindOptionsWhere<LocalStandardEntity>[],
  ): Promise<KeptStandard[]> {
    const rows = await db.find(LocalStandardEntity, { where, order: { id: 'ASC' } });
    const withdrawals = await db.findBy(StandardWithdrawalEntity, {
      standardId: In(rows.map(({ id }) => id)),
    });
    return rows.map((row) =>
      keptOf(
        row,
        withdrawals.find(({ standardId }) => standardId === row.id),
      ),
    );
  }

  /**
   * Enters a standard for the office's region or one in it.
   * @throws FormProblems as `readStandard` finds them, `policy.standardStands` (one from that day is there),
   *   `policy.reasonMissing` (a document expects another)
   */
  async addStandard(officeId: string, form: StandardForm, command: Command): Promise<{ id: string }> {
    const officePath = await this.tree.regionPathOf(officeId);
    const regions = await this.tree.listRegions();
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const [officeRegion = ''] = officePath;
        const region = form.region.trim();
        const path = region === officeRegion ? officePath : [region, ...officePath];
        const packs = this.policy.packsAlong(path).map(({ pack }) => pack);
        const today = this.clock.today();
        const above = await this.standardsAbove(tx, [...path, region.slice(0, 9)], region);
        const { standard, problems } = readStandard(form, { officeRegion, regions, packs, above, today });
        const why = (form.standardWhy ?? '').trim();
        const standing = [...above, ...(await this.standardsAbove(tx, [region], ''))];
        refuseProblems([
          ...problems,
          ...(await this.standingProblems(tx, standard)),
          ...standardSenseProblems(standard, { packs, standing, path }, why),
          ...privateNumberProblems({ standardWhy: why }),
        ]);
        const { paper, ...rest } = standard;
        const id = newId();
        await insertRecorded(tx, LocalStandardEntity, {
          ...{ ...rest, id, why: why === '' ? null : why },
          ...{ officeId, enteredBy: command.by, enteredAt: this.clock.now() },
          ...{ paperTitle: paper.title, paperNumber: paper.number ?? null },
          ...{ paperIssuer: paper.issuer, paperIssuedOn: paper.issuedOn },
        });
        return { id };
      },
      onceOf(command, 'policy.addStandard', form),
    );
  }

  /**
   * Withdraws a standard that was wrong: it counts for nothing drafted from then on.
   * @throws DomainError `policy.standardUnknown`, `policy.standardWithdrawn`; FormProblems of the reason
   */
  async withdrawStandard(
    officeId: string,
    form: { readonly id: string; readonly reason: string },
    command: Command,
  ): Promise<{ id: string }> {
    const [officeRegion = ''] = await this.tree.regionPathOf(officeId);
    return this.database.inTransaction(
      officeId,
      async (tx) => {
        const { id } = form;
        const known = await tx.findOneBy(LocalStandardEntity, { id });
        if (known === null || !liesIn(known.region, officeRegion))
          throw new DomainError('policy.standardUnknown', { id });
        if ((await tx.findOneBy(StandardWithdrawalEntity, { standardId: id })) !== null)
          throw new DomainError('policy.standardWithdrawn', { id });
        refuseProblems(reasonProblems(form.reason));
        await insertRecorded(tx, StandardWithdrawalEntity, {
          ...{ standardId: id, reason: form.reason.trim(), officeId },
          ...{ withdrawnBy: command.by, withdrawnAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'policy.withdrawStandard', form),
    );
  }

  /** The standards that hold where a region lies, without its own. */
  private async standardsAbove(
    tx: EntityManager,
    path: readonly string[],
    region: string,
  ): Promise<KeptStandard[]> {
    const regions = path.filter((each) => each !== region);
    const kept = await this.listStandards([...new Set(regions)], tx);
    return kept.filter(({ withdrawn }) => withdrawn === undefined);
  }

  /** Two standards of one number from one day would leave open which holds. */
  private async standingProblems(
    tx: EntityManager,
    { region, numberId, from }: Omit<LocalStandard, 'id'>,
  ): Promise<Problem[]> {
    const kept = await this.listStandards([region], tx);
    const isThere = kept.some(
      (each) => each.withdrawn === undefined && each.numberId === numberId && each.from === from,
    );
    return isThere ? [{ code: 'policy.standardStands', field: 'from', value: from }] : [];
  }
}

function keptOf(row: LocalStandardEntity, withdrawal: StandardWithdrawalEntity | undefined): KeptStandard {
  const { id, region, numberId, value, from, why, enteredBy, enteredAt } = row;
  return {
    ...{ id, region, numberId, value, from, why: why ?? '', enteredBy, enteredAt },
    paper: {
      title: row.paperTitle,
      number: row.paperNumber ?? undefined,
      issuer: row.paperIssuer,
      issuedOn: row.paperIssuedOn,
    },
    withdrawn:
      withdrawal === undefined
        ? undefined
        : { reason: withdrawal.reason, by: withdrawal.withdrawnBy, at: withdrawal.withdrawnAt },
  };
}
