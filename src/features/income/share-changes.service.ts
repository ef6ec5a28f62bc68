import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type MovedShare,
  movedShares,
  readShareChange,
  sameTableProblems,
  type ShareChangeForm,
} from '../../domain/income/share-change';
import { ownerTwiceProblems, villagesNamed } from '../../domain/collectives/share-owners';
import type { ShareTable } from '../../domain/collectives/share-table';
import { DomainError } from '../../domain/shared/domain-error';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/ids/new-id';
import { AssetsService } from '../assets/assets.service';
import { CollectivesService } from '../collectives/collectives.service';
import { IncomeReadService } from './income-read.service';
import { ShareChangeEntity, ShareChangePartEntity } from './share-change.entity';

/** What a later step has to say of a table that is to be entered, the one that it takes the place of gone. */
type AskOfTable = (
  tx: EntityManager,
  table: { readonly validFrom: string; readonly moved: number; readonly tables: readonly ShareTable[] },
) => Promise<readonly Problem[]>;

/** Changing the shares of a kept station: villages merge, an owner hands his rows on. */
@Injectable()
export class ShareChangesService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly reading: IncomeReadService,
    private readonly collectives: CollectivesService,
    private readonly clock: Clock,
  ) {}

  /**
   * A new share table from a day on; the ones before stay, and so does what was split by them. Whose part it
   * changes is kept with its document, and is told to him.
   * @param change with what the steps behind the income ask of it
   * @throws FormProblems `joint.sharesNotLater`, `joint.sharesSettled`, `joint.sharesSame`,
   *   `joint.ownerTwice`, `shares.*`; DomainError `joint.notKept`
   */
  changeShares(
    collectiveId: string,
    change: { readonly assetId: string; readonly form: ShareChangeForm; readonly ask: AskOfTable },
    command: Command,
  ): Promise<{ validFrom: string }> {
    const { assetId, form, ask } = change;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { asset, shareTables } = await this.assets.requireAsset(collectiveId, assetId, tx);
        if (asset.kind !== 'keptPvStation') throw new DomainError('joint.notKept', { asset: asset.name });
        const slips = await this.reading.listSettlements(collectiveId, tx);
        const settled = slips.filter((slip) => slip.assetId === asset.id).map((slip) => slip.generationMonth);
        const last = shareTables.at(-1);
        const villages = await this.collectives.listVillagesBelow(collectiveId);
        const unfit = shareTables.filter((table) => ownerTwiceProblems(table.rows, villages).length > 0);
        const known = { tables: shareTables.map(firstDayOf), unfit: unfit.map(firstDayOf), settled };
        const { validFrom, rows, problems } = readShareChange(form, known);
        const replaced = shareTables.find((table) => table.validFrom === validFrom);
        const before = replaced ?? last;
        const moved = movedShares(before?.rows ?? [], rows);
        const others = shareTables.filter((table) => table.validFrom !== validFrom);
        const table = { validFrom, moved: moved.length, tables: [...others, { validFrom, rows }] };
        const isTable = !problems.some(({ field }) => /^(validFrom|rows|shares)/.test(field));
        const same = isTable ? sameTableProblems(replaced?.rows, { validFrom, rows }) : [];
        const asked = isTable && same.length === 0 ? await ask(tx, table) : same;
        refuseProblems([...problems, ...ownerTwiceProblems(rows, villages), ...asked]);
        await this.assets.enterShares(tx, { collectiveId, assetId: asset.id }, { validFrom, rows });
        await this.note(tx, collectiveId, { station: asset, form, moved, by: command.by });
        return { validFrom };
      },
      onceOf(command, 'income.changeShares', { assetId, form }),
    );
  }

  private async note(
    tx: EntityManager,
    collectiveId: string,
    change: {
      readonly station: { readonly id: string; readonly name: string };
      readonly form: ShareChangeForm;
      readonly moved: readonly MovedShare[];
      readonly by: string;
    },
  ): Promise<void> {
    const { station, form, moved, by } = change;
    const id = newId();
    await insertRecorded(tx, ShareChangeEntity, {
      ...{ collectiveId, id, assetId: station.id, station: station.name, validFrom: form.validFrom },
      ...{ paperTitle: form.paperTitle.trim(), paperNumber: form.paperNumber.trim() },
      ...{ paperIssuedOn: form.paperIssuedOn, reason: form.reason.trim() },
      ...{ enteredOn: this.clock.today(), enteredBy: by },
    });
    const villages = await this.collectives.listVillagesBelow(collectiveId);
    const parts = moved.map((part) => {
      const named = villagesNamed(villages, part.owner);
      const ownerId = named.length === 1 ? (named[0]?.id ?? null) : null;
      return { collectiveId, changeId: id, ownerId, ...part };
    });
    await insertRecorded(tx, ShareChangePartEntity, parts);
  }
}

function firstDayOf({ validFrom }: ShareTable): string {
  return validFrom;
}
