import { Injectable } from '@nestjs/common';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import type { Reason } from '../../domain/money/odd-fen';
import { dividendReasons } from '../../domain/uses/dividend';
import type { HolderKind } from '../../domain/collectives/share-roll';
import { DividendJudgingService } from './dividend-judging.service';
import { DividendPayingService } from './dividend-paying.service';
import { DividendReadService } from './dividend-read.service';

/** What one holder gets of a round, what of it is open, and why he gets it. */
export interface OwedHolder {
  readonly kind: HolderKind;
  readonly number: number;
  readonly amount: Fen;
  readonly open: Fen;
  readonly reasons: readonly Reason[];
}

/** A round that was given, holder by holder. */
export interface OwedRound {
  readonly id: string;
  readonly number: number;
  readonly pool: Pool;
  readonly holders: readonly OwedHolder[];
}

/** What holders of shares are owed of the rounds that stand. */
@Injectable()
export class DividendOwedService {
  constructor(
    private readonly reading: DividendReadService,
    private readonly judging: DividendJudgingService,
    private readonly paying: DividendPayingService,
  ) {}

  /** Every round that was given and stands, by number. */
  async listOwed(collectiveId: string): Promise<OwedRound[]> {
    const rounds = await this.reading.listRounds(collectiveId);
    const known = await this.judging.holdersById(collectiveId);
    const found: OwedRound[] = [];
    for (const round of rounds.filter(({ state }) => state === 'given')) {
      const { id, number, pool } = round;
      const open = new Map(
        (await this.paying.owedNow(collectiveId, id)).map(({ holderId, owed }) => [holderId, owed]),
      );
      const reasons = dividendReasons(round);
      const holders = round.lines.map(({ holderId, amount }): OwedHolder => {
        const holder = known.get(holderId) ?? { kind: 'household' as const, number: 0 };
        return {
          ...{ kind: holder.kind, number: holder.number, amount, open: open.get(holderId) ?? 0n },
          reasons: reasons.get(holderId) ?? [],
        };
      });
      found.push({ id, number, pool, holders });
    }
    return found;
  }
}
