import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import {
  type Custody,
  type CustodyEndForm,
  type CustodyForm,
  mayBeKept,
  readCustody,
  readCustodyEnd,
} from '../../domain/assets/custody';
import {
  type Borne,
  type CustodyBearersForm,
  type Days,
  readCustodyBearers,
  type UsedDays,
} from '../../domain/assets/custody-bearers';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { LedgerService } from '../ledger/ledger.service';
import { AssetsService } from './assets.service';
import { requireOwnRight } from './asset-rights.store';
import { readCustodies } from './custodies.store';
import {
  CustodyBearersEntity,
  CustodyCostBearerEntity,
  CustodyEndEntity,
  CustodyEntity,
} from './custody.entity';

/** An agreement or its end as typed, with the days of the asset whose income is booked. */
export interface CustodyAct<Form> {
  readonly assetId: string;
  readonly form: Form;
  readonly booked: readonly Days[];
  readonly by: string;
}

/** Agreements with the owners of assets that the village keeps or runs for them. */
@Injectable()
export class CustodiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly ledger: LedgerService,
  ) {}

  /** Those over an asset, in the order of their days. */
  list(collectiveId: string, assetId: string, db: EntityManager = this.database.reader): Promise<Custody[]> {
    return readCustodies(db, collectiveId, assetId);
  }

  /** Every one there is. */
  listAll(collectiveId: string, db: EntityManager): Promise<Custody[]> {
    return readCustodies(db, collectiveId);
  }

  /** @throws DomainError `custody.unknown` */
  async require(collectiveId: string, id: string, db: EntityManager): Promise<Custody> {
    const found = (await readCustodies(db, collectiveId)).find((each) => each.id === id);
    if (found === undefined) throw new DomainError('custody.unknown', { custodyId: id });
    return found;
  }

  /** @throws DomainError `custody.rightElsewhere` */
  requireOwnRight(
    tx: EntityManager,
    collectiveId: string,
    income: { readonly asset: Asset; readonly days: Days },
  ): Promise<void> {
    return requireOwnRight(tx, collectiveId, income);
  }

  /** @throws DomainError `assets.unknown` */
  async requireAsset(
    collectiveId: string,
    id: string,
    db: EntityManager = this.database.reader,
  ): Promise<Asset> {
    return (await this.assets.requireAsset(collectiveId, id, db)).asset;
  }

  /**
   * Keeps an agreement as it was signed, inside the transaction of who knows what is booked.
   * @throws FormProblems `custody.*`, `lease.*`, `form.*`, `calendar.*`; DomainError `custody.notForKind`
   */
  async keep(tx: EntityManager, collectiveId: string, act: CustodyAct<CustodyForm>): Promise<{ id: string }> {
    const { assetId, form, booked, by } = act;
    const { kind, name, acquiredOn, leftOn } = await this.requireAsset(collectiveId, assetId, tx);
    if (!mayBeKept(kind)) throw new DomainError('custody.notForKind', { asset: name, kind });
    const others = await this.list(collectiveId, assetId, tx);
    const facts = { today: this.clock.today(), acquiredOn, leftOn, others, booked };
    const { custody, problems } = readCustody(form, facts);
    refuseProblems(problems);
    const names = await this.ledger.registerCounterparties(tx, collectiveId, [custody.owner]);
    const id = newId();
    await insertRecorded(tx, CustodyEntity, {
      ...{ collectiveId, id, assetId, ...custody, owner: names.idOf(custody.owner) },
      ...{ enteredBy: by, enteredAt: this.clock.now() },
    });
    return { id };
  }

  /** Keeps an early end, as {@link keep} does. @throws FormProblems `custody.*`, `form.*`, `calendar.*` */
  async keepEnd(
    tx: EntityManager,
    collectiveId: string,
    { custody, form, booked, by }: Omit<CustodyAct<CustodyEndForm>, 'assetId'> & { custody: Custody },
  ): Promise<void> {
    const { end, problems } = readCustodyEnd(form, custody, booked);
    refuseProblems(problems);
    await insertRecorded(tx, CustodyEndEntity, {
      ...{ collectiveId, custodyId: custody.id, ...end },
      ...{ enteredBy: by, enteredAt: this.clock.now() },
    });
  }

  /**
   * Keeps who bears the tax, or the costs, from a day on, as {@link keep} does.
   * @param act its days are those of taxed income under the agreement, and of costs that the owner bore
   * @throws FormProblems `custody.bearers*`, `custody.costsUsed`, `form.*`, `calendar.*`
   */
  async keepBearers(
    tx: EntityManager,
    collectiveId: string,
    act: {
      readonly custody: Custody;
      readonly form: CustodyBearersForm;
      readonly used: Readonly<Record<Borne, readonly UsedDays[]>>;
      readonly by: string;
    },
  ): Promise<void> {
    const { custody, form, used, by } = act;
    const { borne, said, problems } = readCustodyBearers(form, custody, used);
    refuseProblems(problems);
    const { costKind = null, ...ofTax } = said;
    const row = {
      ...{ collectiveId, id: newId(), custodyId: custody.id, ...ofTax },
      ...{ enteredBy: by, enteredAt: this.clock.now() },
    };
    if (borne === 'tax') await insertRecorded(tx, CustodyBearersEntity, row);
    else await insertRecorded(tx, CustodyCostBearerEntity, { ...row, costKind });
  }
}
