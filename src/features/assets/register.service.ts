import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { conditionOf } from '../../domain/assets/standstill';
import type { RegisterItem } from '../../domain/assets/register-columns';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/ids/new-id';
import { AssetParticularsService } from './asset-particulars.service';
import { assetEntry } from './asset-entry';
import { AssetsService } from './assets.service';

/** What is asked of an asset that has no place to answer, as one problem; anything else as it is. */
function answersFirst(problems: readonly Problem[], asset: string): Problem[] {
  const isAsked = ({ field }: Problem): boolean => field.startsWith('matters.');
  const rest = problems.filter((each) => !isAsked(each));
  return problems.some(isAsked)
    ? [...rest, { code: 'register.answersFirst', field: '', facts: { asset } }]
    : rest;
}

/** So many assets go to the database in one statement. */
const TOGETHER = 100;

/** The register of a village as a table: each asset with its funds and what is known of it today. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly assets: AssetsService,
    private readonly particulars: AssetParticularsService,
    private readonly clock: Clock,
  ) {}

  today(): CalendarDay {
    return this.clock.today();
  }

  /** Every asset that is there on a day, and that has left by then, in the order of its entry. */
  async listItems(
    collectiveId: string,
    db?: EntityManager,
    on: CalendarDay = this.today(),
  ): Promise<RegisterItem[]> {
    const known = await this.particulars.listInForce(collectiveId, on, db);
    return (await this.assets.listAssetsOn(collectiveId, on, db)).map(({ asset, funds }) => {
      const version = known.get(asset.id);
      return { asset, funds, ...(version === undefined ? {} : { known: conditionOf(version, asset) }) };
    });
  }

  /**
   * A table has no place for what a document asks of an asset: such a one is entered by itself first, with
   * its answers, and the table passes over it then.
   * @throws FormProblems `register.answersFirst`, `policy.*`
   */
  private async requireAllowed(
    tx: EntityManager,
    collectiveId: string,
    entry: Parameters<typeof assetEntry>[0],
  ): Promise<void> {
    try {
      await this.assets.requireAllowed(tx, collectiveId, assetEntry(entry));
    } catch (error) {
      if (error instanceof FormProblems)
        throw new FormProblems(answersFirst(error.problems, entry.asset.name));
      throw error;
    }
  }

  /** Writes assets that were read, with what is known of them, and why they are the village's, if asked. */
  async addItems(
    tx: EntityManager,
    collectiveId: string,
    {
      items,
      by,
      why = '',
    }: { readonly items: readonly RegisterItem[]; readonly by: string; readonly why?: string },
  ): Promise<void> {
    // Ids made in one moment come in no order; sorted ones keep the order of the file.
    const ids = items.map(() => newId()).sort();
    const entries = items.map((item, place) => ({ id: ids[place] ?? newId(), ...item }));
    for (let place = 0; place < entries.length; place += TOGETHER) {
      const some = entries.slice(place, place + TOGETHER);
      for (const each of some) await this.requireAllowed(tx, collectiveId, { ...each, by });
      await this.assets.enter(tx, collectiveId, some);
      const versions = some.flatMap(({ id, known }) => {
        if (known === undefined) return [];
        const { validFrom, ...particulars } = known;
        return [{ assetId: id, version: 1, validFrom, particulars, why, by }];
      });
      await this.particulars.enter(tx, collectiveId, versions);
    }
  }
}
