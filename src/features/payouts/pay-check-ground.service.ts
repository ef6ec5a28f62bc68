import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parse } from 'yaml';
import { isMonth, lastDayOf } from '../../domain/calendar/calendar-day';
import { readRatio } from '../../domain/money/ratio';
import type { CheckedLine, OtherPart, PayCheckGround, PayCheckLimits } from '../../domain/payouts/pay-checks';
import { partKey } from '../../domain/payouts/payable-parts';
import { groupedBy } from '../../domain/shared/grouped';
import { listText } from '../../glossary/payout-words';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import { PayeesService, type PayeeStanding } from '../collectives/payees.service';
import { type AcceptedList, OwedListsService } from '../distribution/owed-lists.service';
import { type KeptPayList, readPayLists } from './pay-lists.store';

/** A file that ships with the program; `npm run check:seeds` holds it against its schema. */
const readLimitsFile: (text: string) => Omit<PayCheckLimits, 'unusualTimes'> & { unusualTimes: string } =
  parse;

/** What a list is held against, and what the people are called. */
export interface PayCheckFacts extends PayCheckGround {
  readonly names: ReadonlyMap<string, string>;
}

/** Gathers what is known of a list's people, their accounts and what they got before. */
@Injectable()
export class PayCheckGroundService {
  private limits: PayCheckLimits | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly payees: PayeesService,
    private readonly owed: OwedListsService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  async read(db: EntityManager, collectiveId: string, kept: KeptPayList): Promise<PayCheckFacts> {
    const standings = await this.payees.standings(db, collectiveId);
    const accepted = await this.database.readWithin(db, () => this.owed.listAccepted(collectiveId));
    const ends = endsOf(accepted);
    const onList = new Set(kept.lines.map(({ memberId }) => memberId));
    const isCash = kept.list.channel === 'cash';
    const lists = await readPayLists(db, collectiveId);
    return {
      on: this.clock.today(),
      lines: kept.lines.flatMap((line) => {
        const owed = ends.get(partKey(line));
        return owed === undefined ? [] : [{ ...owed, lineId: String(line.number), amount: line.amount }];
      }),
      payees: standings
        .filter(({ memberId }) => onList.has(memberId))
        .map((payee) => (isCash ? withoutAccount(payee) : payee)),
      accounts: standings.flatMap(({ memberId, householdId, accountPrint }) =>
        accountPrint === undefined ? [] : [{ memberId, householdId, accountPrint }],
      ),
      others: lists.flatMap((list) => otherParts(list, kept, ends)),
      limits: (this.limits ??= this.readLimits()),
      names: new Map(standings.map(({ memberId, name }) => [memberId, name])),
    };
  }

  private readLimits(): PayCheckLimits {
    const file = readLimitsFile(readFileSync(join(this.seedsFolder, 'payouts', 'pay-checks.yaml'), 'utf8'));
    return { ...file, unusualTimes: readRatio(file.unusualTimes) };
  }
}

function withoutAccount(payee: PayeeStanding): PayeeStanding {
  return { ...payee, accountPrint: undefined, accountChangedOn: undefined };
}

/** What each part is for and what its person was owed for the same before, by the part's key. */
function endsOf(accepted: readonly AcceptedList[]): ReadonlyMap<string, Omit<CheckedLine, 'lineId'>> {
  const parts = accepted.flatMap(({ entryId: debtId, kind: paidFor, when, lines }) =>
    lines.map(({ memberId, what, amount }) => ({ debtId, memberId, paidFor, what, when, amount })),
  );
  const sameOf = groupedBy(parts, ({ memberId, paidFor, what }) => [memberId, paidFor, what].join('|'));
  return new Map(
    parts.map(({ debtId, ...part }) => {
      const { memberId, paidFor, what, when } = part;
      const before = (sameOf.get([memberId, paidFor, what].join('|')) ?? [])
        .filter((other) => other.when < when)
        .map(({ amount }) => amount);
      const earnedUntil = paidFor === 'aid' ? undefined : isMonth(when) ? lastDayOf(when) : when;
      return [partKey({ debtId, memberId }), { ...part, before, earnedUntil }];
    }),
  );
}

/** What stands on a list, the checked one too, and did not come back. */
function otherParts(
  { list, lines }: KeptPayList,
  kept: KeptPayList,
  ends: ReadonlyMap<string, Omit<CheckedLine, 'lineId'>>,
): OtherPart[] {
  return lines.flatMap((line) => {
    const owed = ends.get(partKey(line));
    const isLost = line.state === 'returned' || line.state === 'dropped';
    if (owed === undefined || isLost) return [];
    const { paidFor, what, when } = owed;
    const lineId = list.id === kept.list.id ? String(line.number) : undefined;
    return [
      { lineId, memberId: line.memberId, list: listText(list), paidFor, what, when, amount: line.amount },
    ];
  });
}
