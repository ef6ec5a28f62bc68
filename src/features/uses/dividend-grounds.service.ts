import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { issuedOn } from '../../domain/collectives/issued-shares';
import { sharesTotal } from '../../domain/collectives/share-roll';
import type { LocalNumbers } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { checkDividendGrounds, type JudgedRound } from '../../domain/uses/check-dividend-grounds';
import { insertRecorded } from '../../platform/audit/records';
import { ShareRollService } from '../collectives/share-roll.service';
import type { Voucher } from '../ledger/ledger-read.service';
import type { CheckedBooks } from '../ledger/step-check.service';
import { KeptPacksService } from '../policy/kept-packs.service';
import type { LoadedPack } from '../policy/policy.service';
import { DividendBooksService } from './dividend-books.service';
import { DividendGivingEntity, DividendGroundEntity } from './dividend.entity';
import type { ToldGiving, ToldRound } from './dividends.store';

/** A round that was given, with its voucher. */
export interface GivenRound {
  readonly round: ToldRound;
  readonly giving: ToldGiving;
  readonly voucher: Voucher;
}

/** What rounds of members' dividends were judged by, kept with them and judged anew. */
@Injectable()
export class DividendGroundsService {
  constructor(
    private readonly packs: KeptPacksService,
    private readonly books: DividendBooksService,
    private readonly shares: ShareRollService,
  ) {}

  /** Keeps the text of the document and the numbers that it left open with a round that was given. */
  async keep(
    tx: EntityManager,
    collectiveId: string,
    ground: { readonly roundId: string; readonly loaded: LoadedPack; readonly numbers: LocalNumbers },
  ): Promise<void> {
    const { roundId, loaded, numbers } = ground;
    await this.packs.keep(tx, collectiveId, loaded);
    await insertRecorded(tx, DividendGroundEntity, { collectiveId, roundId, numbers });
  }

  /** Judges rounds that were given anew, as `checkDividendGrounds` does; `check.packGone` of a lost text. */
  async check(books: CheckedBooks, given: readonly GivenRound[]): Promise<void> {
    const { db, collectiveId, findings } = books;
    const rows = await db.findBy(DividendGroundEntity, { collectiveId });
    const numbersOf = new Map(rows.map(({ roundId, numbers }) => [roundId, numbers]));
    const texts = new Set((await this.packs.listKept(db, collectiveId)).map(({ digest }) => digest));
    const entered = await this.enteredAt(db, collectiveId);
    const issued = await this.shares.listIssued(collectiveId, db);
    const rounds: JudgedRound[] = [];
    for (const each of given.toSorted(byVoucher)) {
      const { round, giving } = each;
      const { number, pool, amount, why, id } = round;
      const { decidedOn, judged, packId, packDigest } = giving;
      const numbers = numbersOf.get(id);
      if (numbers !== undefined && !texts.has(packDigest)) findings.add('check.packGone', {}, { packId });
      const at = entered.get(id) ?? '';
      const said = issued.filter(({ enteredAt }) => enteredAt <= at);
      const pack = await this.packs.packOf(db, { collectiveId, packId, packDigest }).catch(unlessUnknown);
      rounds.push({
        ...{ number, pool, amount, why, decidedOn, judged },
        kept: { distributable: giving.distributable, households: giving.households },
        found: await this.figuresOf(books, each, at),
        register: { issued: issuedOn(said, round.rollOn)?.hundredths, held: sharesTotal(round.lines) },
        by: numbers === undefined || pack === undefined ? undefined : { pack, numbers },
      });
    }
    checkDividendGrounds(rounds, findings);
  }

  private async enteredAt(db: EntityManager, collectiveId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await db.findBy(DividendGivingEntity, { collectiveId });
    return new Map(rows.map(({ roundId, enteredAt }) => [roundId, enteredAt]));
  }

  /** What vouchers and list said of the day of the meeting when the round was given. */
  private async figuresOf(
    { db, collectiveId, chartOf }: CheckedBooks,
    { giving, voucher }: GivenRound,
    enteredAt: string,
  ): Promise<JudgedRound['found']> {
    const { decidedOn: day } = giving;
    const account = chartOf(voucher.chart)?.roles.surplusDistribution;
    const upTo = voucher.chainPosition - 1;
    return {
      distributable: await this.books.distributableOn(db, collectiveId, { day, upTo, account }),
      households: await this.shares.householdsOn(db, collectiveId, { day, enteredBy: enteredAt }),
    };
  }
}

function byVoucher(one: GivenRound, other: GivenRound): number {
  return one.voucher.chainPosition - other.voucher.chainPosition;
}

/** A document that is there no more as it was is not one. */
function unlessUnknown(error: unknown): undefined {
  if (error instanceof DomainError) return undefined;
  throw error;
}
