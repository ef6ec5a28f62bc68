import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import {
  type Dividend,
  DIVIDEND_ROUTE,
  type DividendForm,
  type DividendLine,
  readDividend,
} from '../../domain/uses/dividend';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { newId } from '../../platform/ids/new-id';
import { DividendBooksService } from './dividend-books.service';
import { DividendJudgingService } from './dividend-judging.service';
import { DividendReadService } from './dividend-read.service';
import { DividendDropEntity, DividendLineEntity, DividendRoundEntity } from './dividend.entity';

/** The procedure as it will be where a round is given: its rules are looked at before anybody meets. */
const THROUGH = { decided: true, townshipAgreed: true } as const;

/** Rounds of members' dividends as they are drafted: by the roll of a day, within both surpluses. */
@Injectable()
export class DividendsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: DividendReadService,
    private readonly judging: DividendJudgingService,
    private readonly books: DividendBooksService,
  ) {}

  /**
   * Drafts a round; nothing is owed by it.
   * @throws FormProblems as `readDividend` finds them, `uses.shareAboveSurplus`, `uses.shareAbovePool`,
   *   `dividend.noRoll`, `dividend.tooLittle`, `dividend.tooLittleToLevel`, `dividend.notNamed`, `policy.*`;
   *   DomainError `dividend.roundOpen` while another of the pool waits, `policy.noPackInForce`,
   *   `policy.packEnded`
   */
  draftRound(collectiveId: string, form: DividendForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const today = this.clock.today();
        const { dividend, problems } = readDividend(form, today);
        refuseProblems(problems);
        const { pool, amount } = dividend;
        const rounds = await this.reading.listRounds(collectiveId, tx);
        const open = rounds.find((round) => round.state === 'drafted' && round.pool === pool);
        if (open !== undefined) throw new DomainError('dividend.roundOpen', { number: open.number });
        const asked = { pool, amount, day: today, typed: form.amount };
        refuseProblems(await this.books.boundProblems(tx, collectiveId, asked));
        const ground = { dividend, day: today, procedure: THROUGH };
        refuseProblems((await this.judging.judge(tx, collectiveId, ground)).problems);
        const reckoned = await this.judging.reckon(tx, collectiveId, { dividend, rounds });
        const round = { ...reckoned, dividend, number: rounds.length + 1, by: command.by };
        return { id: await this.insert(tx, collectiveId, round) };
      },
      onceOf(command, 'dividends.draft', form),
    );
  }

  /**
   * Leaves a round that was not given. @throws FormProblems `form.missing`, `form.privateNumber`; DomainError
   * `dividend.unknown`, `dividend.notNow`
   */
  async dropRound(
    collectiveId: string,
    form: { readonly roundId: string; readonly droppedWhy: string },
    command: Command,
  ): Promise<{ id: string }> {
    const why = form.droppedWhy.trim();
    refuseProblems([
      ...(why === '' ? [{ code: 'form.missing', field: 'droppedWhy' }] : []),
      ...privateNumberProblems({ droppedWhy: why }),
    ]);
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { round } = await this.reading.requireRound(collectiveId, form.roundId, tx);
        if (round.state !== 'drafted') throw new DomainError('dividend.notNow', { state: round.state });
        await this.noteDrop(tx, collectiveId, { roundId: round.id, why, by: command.by });
        return { id: round.id };
      },
      onceOf(command, 'dividends.drop', form),
    );
  }

  /** Notes that a round is not gone on with, inside the transaction of whoever decides so. */
  async noteDrop(
    tx: EntityManager,
    collectiveId: string,
    { roundId, why, by }: { readonly roundId: string; readonly why: string; readonly by: string },
  ): Promise<void> {
    const entered = { enteredBy: by, enteredAt: this.clock.now() };
    await insertRecorded(tx, DividendDropEntity, { collectiveId, roundId, why, ...entered });
  }

  private async insert(
    tx: EntityManager,
    collectiveId: string,
    given: {
      readonly dividend: Dividend;
      readonly number: number;
      readonly lines: readonly DividendLine[];
      readonly counted: readonly number[];
      readonly by: string;
    },
  ): Promise<string> {
    const { dividend, number, lines, counted, by } = given;
    const { pool, amount, rollOn, why, paper } = dividend;
    const id = newId();
    await insertRecorded(tx, DividendRoundEntity, {
      ...{ collectiveId, id, roundNumber: number, pool, amount, rollOn },
      ...{ holders: lines.length, counted: [...counted], why, paper, routeId: DIVIDEND_ROUTE },
      digest: dividendDigest({ collectiveId, id, ...given }),
      ...{ enteredOn: this.clock.today(), enteredBy: by, enteredAt: this.clock.now() },
    });
    const rows = lines.map(({ oddFen, ...line }, index) => ({
      ...{ collectiveId, roundId: id, lineNumber: index + 1, ...line, oddFen: oddFen ? 1 : 0 },
    }));
    await insertRecorded(tx, DividendLineEntity, rows);
    return id;
  }
}

/** The digest of what is decided on: pool, amount, day of the roll, reason and paper, every holder's part. */
export function dividendDigest(round: {
  readonly collectiveId: string;
  readonly id: string;
  readonly number: number;
  readonly dividend: Dividend;
  readonly lines: readonly DividendLine[];
  readonly counted: readonly number[];
}): string {
  const { pool, amount, rollOn, why, paper } = round.dividend;
  const canonical = JSON.stringify([
    ...['dividend/1', round.collectiveId, round.id, round.number],
    ...[pool, amount.toString(), rollOn, why, paper, round.counted],
    round.lines.map((line) => [
      ...[line.holderId, line.holdingNumber, line.hundredths],
      ...[line.before.toString(), line.amount.toString(), line.oddFen],
    ]),
  ]);
  return sha256(canonical);
}
