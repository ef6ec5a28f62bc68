import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { regionNames } from '../../domain/collectives/region-names';
import { DomainError } from '../../domain/shared/domain-error';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import { CollectiveEntity } from './collective.entity';

export type Collective = CollectiveEntity;

/**
 * What is known of a collective when it starts: its place among the offices, and the day its books open.
 */
export type NewCollective = Omit<CollectiveEntity, 'id' | 'madeUp'> & {
  readonly booksOpenOn: CalendarDay;
  /** The chart its books are kept under: 2023 unless they are older ones. */
  readonly chart?: string;
  /** Whether it belongs to a demo. */
  readonly madeUp?: boolean;
};

/** The collectives and the tree they form: village below township below county. */
@Injectable()
export class CollectivesService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Adds a collective with empty books. An office has books, too: its people's
   * sessions are in them.
   */
  async createCollective({ booksOpenOn, chart, madeUp, ...collective }: NewCollective): Promise<Collective> {
    const row = { ...collective, id: newId(), madeUp: madeUp === true ? 2 : 0 };
    await this.database.inReferenceTransaction(async (tx) => {
      await insertRecorded(tx, CollectiveEntity, row);
      await this.ledger.openBooks(tx, {
        collectiveId: row.id,
        chart: chart ?? '2023',
        regionPath: row.regionPath,
        openedOn: booksOpenOn,
      });
    });
    return row;
  }

  /** Notes that the demo is told to its end; a database where it was broken off is not started again. */
  async finishDemo(): Promise<void> {
    await this.database.inReferenceTransaction(async (tx) => {
      const told = await tx.findBy(CollectiveEntity, { madeUp: 2 });
      await tx.update(CollectiveEntity, { madeUp: 2 }, { madeUp: 1 });
      for (const { id } of told) await recordChange(tx, CollectiveEntity, { id });
    });
  }

  /** @throws DomainError `collective.unknown` */
  async requireCollective(id: string): Promise<Collective> {
    const row = await this.database.reader.findOneBy(CollectiveEntity, { id });
    if (row === null) throw new DomainError('collective.unknown', { collectiveId: id });
    return row;
  }

  /** The first office that none is above: the county's. */
  async findFirst(): Promise<string | undefined> {
    return (await this.listCollectives()).find(({ parentId }) => parentId === null)?.id;
  }

  /** Region codes of a collective, nearest first. @throws DomainError `collective.unknown` */
  async regionPathOf(id: string): Promise<readonly string[]> {
    return (await this.requireCollective(id)).regionPath;
  }

  /** Region codes in which any collective lies, its own among them. */
  async listRegions(): Promise<string[]> {
    return [...new Set((await this.listCollectives()).flatMap(({ regionPath }) => regionPath))];
  }

  /** What a region is called, by its code. */
  async listRegionNames(): Promise<ReadonlyMap<string, string>> {
    return regionNames(await this.listCollectives());
  }

  /** Every collective, in the order in which they were added. */
  listCollectives(): Promise<Collective[]> {
    return this.database.reader.find(CollectiveEntity, { order: { id: 'ASC' } });
  }

  /**
   * Collectives in the order in which their books are locked where several are: villages first, a county
   * last, for whoever has his own locked asks for its office's. Each once.
   */
  async inLockingOrder(ids: readonly string[]): Promise<string[]> {
    const asked = new Set(ids);
    if (asked.size < 2) return [...asked];
    const found = (await this.listCollectives()).filter(({ id }) => asked.has(id));
    return LEVELS.flatMap((level) => found.filter(({ kind }) => kind === level)).map(({ id }) => id);
  }

  /** The villages below an office. */
  async listVillagesBelow(officeId: string): Promise<Collective[]> {
    const all = await this.listCollectives();
    return all.filter((each) => each.kind === 'village' && ancestorsOf(each, all).includes(officeId));
  }

  /** The offices above a collective, nearest first. */
  async listAncestorIds(id: string): Promise<string[]> {
    const all = await this.listCollectives();
    const own = all.find((each) => each.id === id);
    return own === undefined ? [] : ancestorsOf(own, all);
  }

  /** Every collective below an office, whatever lies between. */
  async listBelowIds(id: string): Promise<string[]> {
    const all = await this.listCollectives();
    return all.filter((each) => ancestorsOf(each, all).includes(id)).map((each) => each.id);
  }
}

/** From below: the order of locks. */
const LEVELS: readonly Collective['kind'][] = ['village', 'township', 'county'];

function ancestorsOf(collective: Collective, all: readonly Collective[]): string[] {
  const ids: string[] = [];
  for (let id = collective.parentId; id !== null && !ids.includes(id);) {
    ids.push(id);
    const parent = all.find((each) => each.id === id);
    id = parent?.parentId ?? null;
  }
  return ids;
}
