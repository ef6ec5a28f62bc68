import { Injectable } from '@nestjs/common';
import { checkDividends, type CheckedRound } from '../../domain/uses/check-dividends';
import { type CheckedEntry, placeOf } from '../../domain/ledger/check-pass';
import { Clock } from '../../platform/clock/clock';
import { ShareRollService } from '../collectives/share-roll.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { MEMBER_SHARES } from './dividend-books.service';
import { DividendGroundsService, type GivenRound } from './dividend-grounds.service';
import { DividendReadService } from './dividend-read.service';
import { dividendDigest } from './dividends.service';

/**
 * The pass of members' dividends: each round is what its roll, its procedure and its voucher say, and was let
 * be given by what is kept of it.
 */
@Injectable()
export class DividendsCheckService extends StepCheck {
  override readonly pass = 'dividends';

  constructor(
    private readonly reading: DividendReadService,
    private readonly shares: ShareRollService,
    private readonly books: LedgerReadService,
    private readonly clock: Clock,
    private readonly grounds: DividendGroundsService,
  ) {
    super();
  }

  /** Nobody is owed a share by a voucher that no round was given by. */
  override async checkEntries(
    { db, collectiveId, findings }: CheckedBooks,
    entries: readonly CheckedEntry[],
  ): Promise<void> {
    const own = entries.filter(({ source, reversesId, postings }) => {
      const isGiven = source.kind === MEMBER_SHARES && reversesId === undefined;
      return isGiven && postings.some(({ side, counterparty }) => side === 'credit' && counterparty);
    });
    if (own.length === 0) return;
    const rounds = await this.reading.listRounds(collectiveId, db);
    const given = new Set(rounds.map(({ giving }) => giving?.entryId));
    for (const entry of own)
      if (!given.has(entry.entryId)) findings.add('check.dividendWithoutRound', placeOf(entry));
  }

  override async checkRows(checkedBooks: CheckedBooks): Promise<void> {
    const { db, collectiveId, findings } = checkedBooks;
    const rounds = await this.reading.listRounds(collectiveId, db);
    if (rounds.length === 0) return;
    const holdings = await this.shares.listHoldings(collectiveId, db);
    const checked: CheckedRound[] = [];
    const given: GivenRound[] = [];
    for (const round of rounds) {
      const { giving, ...kept } = round;
      const found = dividendDigest({ collectiveId, ...round, dividend: round });
      const entry =
        giving === undefined
          ? undefined
          : await this.books.requireEntry(collectiveId, giving.entryId, db).catch(() => undefined);
      const booked =
        giving === undefined
          ? undefined
          : {
              decidedOn: giving.decidedOn,
              on: entry?.postedOn ?? '',
              postings: entry?.source.id === round.id ? entry.postings : [],
            };
      if (giving !== undefined && entry !== undefined) given.push({ round, giving, voucher: entry });
      const stands = round.state === 'given';
      checked.push({ ...kept, found, route: this.reading.routeOf(round), stands, giving: booked });
    }
    checkDividends(checked, holdings, { today: this.clock.today(), findings });
    await this.grounds.check(checkedBooks, given);
  }
}
