import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type HolderKind, rollChange, type RollChange } from '../../domain/collectives/share-roll';
import type { Fen } from '../../domain/money/fen';
import type { Judgement } from '../../domain/policy/judge';
import type { LocalNumbers } from '../../domain/policy/pack';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems, type Problem } from '../../domain/shared/problem';
import { type Dividend, type DividendLine, splitDividend } from '../../domain/uses/dividend';
import { dividendProblems, judgeDividend } from '../../domain/uses/dividend-rules';
import { Database } from '../../platform/database/database';
import { type HeldShares, ShareRollService } from '../collectives/share-roll.service';
import type { LoadedPack } from '../policy/policy.service';
import { DividendBooksService } from './dividend-books.service';
import { DividendGroundsService } from './dividend-grounds.service';
import { DividendRulesService } from './dividend-rules.service';
import type { ToldRound } from './dividends.store';

/** How the document of a day judges a round, and the facts it did so by. */
export interface JudgedDividend {
  readonly day: CalendarDay;
  readonly loaded: LoadedPack;
  readonly numbers: LocalNumbers;
  readonly title: string;
  readonly distributable: Fen;
  readonly households: number;
  readonly judgements: readonly Judgement[];
  readonly problems: readonly Problem[];
}

/** What of the procedure is through: the village's own steps, the township's review. */
export interface ProcedureState {
  readonly decided: boolean;
  readonly townshipAgreed: boolean;
}

/** A round before it is kept. */
export type ReckonedRound = {
  readonly roll: readonly HeldShares[];
  readonly lines: readonly DividendLine[];
  readonly counted: readonly number[];
};

/** Whether members may be given a share, and what each holder gets of it. */
@Injectable()
export class DividendJudgingService {
  constructor(
    private readonly database: Database,
    private readonly rules: DividendRulesService,
    private readonly books: DividendBooksService,
    private readonly shares: ShareRollService,
    private readonly grounds: DividendGroundsService,
  ) {}

  /**
   * Judges a round by the document in force on a day, by what the books say and who lives there on it.
   * @throws DomainError `policy.noPackInForce`, `policy.packEnded`, `policy.twoPacksInForce`,
   *   `policy.textNotSeen`
   */
  async judge(
    db: EntityManager,
    collectiveId: string,
    asked: { readonly dividend: Dividend; readonly day: CalendarDay; readonly procedure: ProcedureState },
  ): Promise<JudgedDividend> {
    const { day, procedure } = asked;
    const { pool, amount, why: reason, rollOn } = asked.dividend;
    const { problems, numbers, ...loaded } = await this.rules.requireRules(collectiveId, day);
    const { pack } = loaded;
    const households = await this.shares.householdsOn(db, collectiveId, { day });
    const distributable = await this.books.distributableOn(db, collectiveId, { day });
    const register = await this.shares.registerOn(db, collectiveId, rollOn);
    const facts = { pool, amount, reason, distributable, households, register, ...procedure };
    const judgements = judgeDividend(pack, { ...facts, on: day }, numbers);
    return {
      ...{ day, distributable, households, judgements },
      ...{ loaded, numbers, title: pack.source.title },
      problems: [...problems, ...dividendProblems(pack, facts, judgements)],
    };
  }

  /**
   * Who gets what of a round by the roll of its day.
   * @param rounds those of the village
   * @throws FormProblems `dividend.noRoll`, `dividend.tooLittle`, `dividend.tooLittleToLevel`
   */
  async reckon(
    db: EntityManager,
    collectiveId: string,
    of: { readonly dividend: Dividend; readonly rounds: readonly ToldRound[] },
  ): Promise<ReckonedRound> {
    const { pool, amount, rollOn } = of.dividend;
    const roll = await this.shares.rollOf(db, collectiveId, rollOn);
    if (roll.length === 0)
      throw new FormProblems([{ code: 'dividend.noRoll', field: 'rollOn', value: rollOn }]);
    const standing = of.rounds.filter((round) => round.state === 'given' && round.pool === pool);
    const split = splitDividend(amount, roll, standing);
    if ('lines' in split) return { roll, ...split };
    const { code, facts } = split.waits;
    const told = code === 'split.waits' ? 'dividend.tooLittle' : 'dividend.tooLittleToLevel';
    throw new FormProblems([{ code: told, field: 'amount', facts }]);
  }

  /** Keeps with a round that was given what it was judged by. */
  keepGround(
    tx: EntityManager,
    collectiveId: string,
    { roundId, judged }: { readonly roundId: string; readonly judged: JudgedDividend },
  ): Promise<void> {
    const { loaded, numbers } = judged;
    return this.grounds.keep(tx, collectiveId, { roundId, loaded, numbers });
  }

  /** As {@link judge}, for a page. */
  judgeNow(
    collectiveId: string,
    asked: Parameters<DividendJudgingService['judge']>[2],
  ): Promise<JudgedDividend> {
    return this.judge(this.database.reader, collectiveId, asked);
  }

  /** When the roll of a day last changed, and how long ago that was then. */
  async rollChange(collectiveId: string, on: CalendarDay): Promise<RollChange> {
    return rollChange(await this.shares.listHoldings(collectiveId), on);
  }

  /** What holders are known by, by id: those of every round, whatever became of the roll since. */
  holdersById(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, { readonly kind: HolderKind; readonly number: number }>> {
    return this.shares.holdersById(collectiveId, db);
  }

  /**
   * Refuses to go on where the roll of its day or the rounds before it are others than when it was drafted.
   * @throws DomainError `dividend.changed`; FormProblems as {@link reckon}
   */
  async requireSame(
    db: EntityManager,
    collectiveId: string,
    of: { readonly round: ToldRound; readonly rounds: readonly ToldRound[] },
  ): Promise<readonly HeldShares[]> {
    const { round, rounds } = of;
    const { lines, roll } = await this.reckon(db, collectiveId, { dividend: round, rounds });
    const text = (all: readonly DividendLine[]): string =>
      all.map((line) => [line.holderId, line.hundredths, line.before, line.amount].join()).join(';');
    if (text(lines) !== text(round.lines)) throw new DomainError('dividend.changed');
    return roll;
  }
}
