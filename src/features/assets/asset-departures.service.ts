import { Injectable } from '@nestjs/common';
import {
  type DepartureForm,
  departureWithdrawalProblems,
  readDeparture,
} from '../../domain/assets/departure';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetDepartureEntity, AssetDepartureWithdrawalEntity } from './asset-departure.entity';
import { readStandingDepartures, readToldDepartures, type ToldDeparture } from './asset-departures.store';
import { AssetParticularsService } from './asset-particulars.service';
import { DepartureGroundService } from './departure-ground.service';

/** A departure as an address names it. */
export interface DepartureAt {
  readonly collectiveId: string;
  readonly assetId: string;
  readonly departureId: string;
}

/** How what stands in no books leaves the register: no voucher, a reason and a paper. */
@Injectable()
export class AssetDeparturesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly particulars: AssetParticularsService,
    private readonly ground: DepartureGroundService,
  ) {}

  /**
   * Keeps that something without any value in the books left the register.
   * @throws FormProblems `departure.*`, `assetLife.*`, `form.*`, `calendar.notADay`; DomainError
   *   `assets.unknown`
   */
  record(
    collectiveId: string,
    { assetId, form }: { readonly assetId: string; readonly form: DepartureForm },
    command: Command,
  ): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const facts = await this.ground.factsOf(tx, collectiveId, { assetId, on: form.leftOn });
        const { departure, problems } = readDeparture(form, facts);
        refuseProblems(problems);
        const id = newId();
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        await insertRecorded(tx, AssetDepartureEntity, {
          collectiveId,
          id,
          assetId,
          ...departure,
          ...entered,
        });
        return { id };
      },
      onceOf(command, 'assets.depart', { assetId, form }),
    );
  }

  /**
   * Keeps that a departure was entered wrongly: the asset stands in the register as before.
   * @throws FormProblems `form.missing`, `assets.plateTaken…`; DomainError `departure.unknown`
   */
  withdraw(at: DepartureAt, typed: string, command: Command): Promise<{ id: string }> {
    const { collectiveId, assetId, departureId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const standing = await readStandingDepartures(tx, collectiveId);
        if (!standing.some((each) => each.id === departureId && each.assetId === assetId))
          throw new DomainError('departure.unknown');
        const problems = departureWithdrawalProblems(typed);
        const taken = await this.particulars.plateProblemsOf(tx, {
          collectiveId,
          id: assetId,
          by: command.by,
        });
        refuseProblems([...problems, ...taken]);
        const entered = { enteredBy: command.by, enteredAt: this.clock.now() };
        const reason = typed.trim();
        await insertRecorded(tx, AssetDepartureWithdrawalEntity, {
          collectiveId,
          departureId,
          reason,
          ...entered,
        });
        return { id: departureId };
      },
      onceOf(command, 'assets.withdrawDeparture', { assetId, departureId, typed }),
    );
  }

  /** Every departure of an asset, in the order of entry, withdrawn or not. */
  listTold(collectiveId: string, assetId: string): Promise<ToldDeparture[]> {
    return readToldDepartures(this.database.reader, collectiveId, assetId);
  }
}
