import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { ADVICE_DATA, adviceCodeOf } from '../../domain/payouts/advice-code';
import { mayAdvise } from '../../domain/payouts/pay-list';
import { DomainError } from '../../domain/shared/domain-error';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { PayAdviceEntity, SlipCodeEntity } from './pay-advice.entity';
import { PayeeAccountsService } from './payee-accounts.service';
import { PayListsReadService } from './pay-lists-read.service';
import { withoutTakenBack } from './standing-pay-list';

/** Whose advices are asked for. */
export interface AdvicesAsked {
  readonly listId: string;
  /** Everybody anew, whoever has none yet, or one person by his id. */
  readonly whose: 'all' | 'missing' | { readonly memberId: string };
}

/** An advice as it is printed; its code is told this once. */
export interface IssuedAdvice {
  readonly memberId: string;
  readonly number: number;
  readonly code: string;
}

/** Somebody on a list, as a code leads to him. */
export interface AdvisedPerson {
  readonly collectiveId: string;
  readonly listId: string;
  readonly memberId: string;
}

/** Pay advices: who got one, and whose slip a code opens. Of a code only its digest is kept. */
@Injectable()
export class PayAdvicesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outside: PayeeAccountsService,
    private readonly reading: PayListsReadService,
  ) {}

  /**
   * Makes advices with codes of their own; those that the same people had before open nothing any more.
   * @throws DomainError `payouts.unknown`, `payAdvice.notSent`, `payAdvice.nobody`; `payAdvice.printed` where
   *   the same form is sent twice: its codes were told the first time
   */
  async issue(collectiveId: string, asked: AdvicesAsked, command: Command): Promise<IssuedAdvice[]> {
    const { listId } = asked;
    const batch = randomBytes(ADVICE_DATA).toString('hex');
    const issued: IssuedAdvice[] = [];
    const kept = await this.database.inTransaction(
      collectiveId,
      async (tx) => {
        // A transaction that has to begin anew makes its codes anew.
        issued.length = 0;
        issued.push(...(await this.write(tx, { collectiveId, asked, by: command.by })));
        return { batch };
      },
      onceOf(command, 'payouts.issueAdvices', [collectiveId, asked]),
    );
    if (kept.batch !== batch) throw new DomainError('payAdvice.printed');
    await this.enterInDirectory(collectiveId, listId);
    return issued;
  }

  /** Who of some lines is advised, in their order: a slip is a household's, nobody's outside the village. */
  async listPeople(
    collectiveId: string,
    lines: readonly { readonly memberId: string }[],
    db: EntityManager = this.database.reader,
  ): Promise<string[]> {
    const outside = await this.outside.listIds(db, collectiveId);
    return [...new Set(lines.map(({ memberId }) => memberId))].filter((id) => !outside.has(id));
  }

  /** The day on which each person's advice was made, by his id. */
  async listIssued(collectiveId: string, listId: string): Promise<ReadonlyMap<string, string>> {
    const where = { collectiveId, listId };
    const rows = await this.database.reader.find(PayAdviceEntity, { where, order: { number: 'ASC' } });
    return new Map(rows.map(({ memberId, issuedAt }) => [memberId, issuedAt]));
  }

  /** Whose advice bears a code, in directory and village alike; undefined of one that was replaced. */
  async findByCode(code: string): Promise<(AdvisedPerson & { readonly issuedAt: string }) | undefined> {
    const { reader } = this.database;
    const codeDigest = digestOf(code);
    const entry = await reader.findOneBy(SlipCodeEntity, { codeDigest });
    // Whoever is looked for in vain takes as long.
    const { collectiveId, listId, memberId } = entry ?? { collectiveId: '', listId: '', memberId: '' };
    const where = { collectiveId, listId, memberId };
    const [last] = await reader.find(PayAdviceEntity, { where, order: { number: 'DESC' }, take: 1 });
    if (last?.codeDigest !== codeDigest) return undefined;
    return { collectiveId, listId, memberId, issuedAt: last.issuedAt };
  }

  private async write(
    tx: EntityManager,
    given: { readonly collectiveId: string; readonly asked: AdvicesAsked; readonly by: string },
  ): Promise<IssuedAdvice[]> {
    const { collectiveId, asked, by } = given;
    const { listId, whose } = asked;
    const { list, lines } = withoutTakenBack(await this.reading.require(collectiveId, listId, tx));
    if (!mayAdvise(list.state)) throw new DomainError('payAdvice.notSent');
    const before = await tx.findBy(PayAdviceEntity, { collectiveId, listId });
    const last = new Map<string, number>();
    for (const { memberId, number } of before) last.set(memberId, Math.max(number, last.get(memberId) ?? 0));
    const people = (await this.listPeople(collectiveId, lines, tx)).filter((memberId) =>
      whose === 'missing' ? !last.has(memberId) : whose === 'all' || whose.memberId === memberId,
    );
    if (people.length === 0) throw new DomainError('payAdvice.nobody');
    const issued = people.map((memberId) => {
      const number = (last.get(memberId) ?? 0) + 1;
      return { memberId, number, code: adviceCodeOf(randomBytes(ADVICE_DATA)) };
    });
    const rows = issued.map(({ code, ...advice }) => ({
      ...{ collectiveId, listId, ...advice, codeDigest: digestOf(code) },
      ...{ issuedBy: by, issuedAt: this.clock.now() },
    }));
    await insertRecorded(tx, PayAdviceEntity, rows);
    return issued;
  }

  /** What is not in the directory yet, also where an earlier try was cut off before it. */
  private async enterInDirectory(collectiveId: string, listId: string): Promise<void> {
    const advices = await this.database.reader.findBy(PayAdviceEntity, { collectiveId, listId });
    await this.database.inReferenceTransaction(async (tx) => {
      const digests = advices.map(({ codeDigest }) => codeDigest);
      const found = await tx.findBy(SlipCodeEntity, { codeDigest: In(digests) });
      const there = new Set(found.map(({ codeDigest }) => codeDigest));
      const missing = advices
        .filter(({ codeDigest }) => !there.has(codeDigest))
        .map(({ codeDigest, memberId }) => ({ codeDigest, collectiveId, listId, memberId }));
      if (missing.length > 0) await tx.insert(SlipCodeEntity, missing);
    });
  }
}

/** Whose advices are meant, as typed: blank of whoever has none, `all`, or one person's id. */
export function readWhose(adviceFor: string): AdvicesAsked['whose'] {
  if (adviceFor === '') return 'missing';
  return adviceFor === 'all' ? 'all' : { memberId: adviceFor };
}

/** Seventy random bits are guessed from their digest by nobody, so it needs no key that could get lost. */
function digestOf(code: string): string {
  return sha256(`pay advice ${code}`);
}
