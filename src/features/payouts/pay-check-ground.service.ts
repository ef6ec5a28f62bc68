import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parse } from 'yaml';
import { readRatio } from '../../domain/money/ratio';
import { isOwedAgain, standingOf } from '../../domain/payouts/line-results';
import type { OtherPart, PayCheckGround, PayCheckLimits } from '../../domain/payouts/pay-checks';
import { listText } from '../../glossary/payout-words';
import { Clock } from '../../platform/clock/clock';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';
import type { PayeeStanding } from '../collectives/payees.service';
import { type PaidForOf, PaidForService } from './paid-for.service';
import { PayListPayeesService } from './pay-list-payees.service';
import { PayListsReadService } from './pay-lists-read.service';
import type { KeptPayList } from './pay-lists.store';
import type { StandingPayList } from './standing-pay-list';

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
    private readonly clock: Clock,
    private readonly payees: PayListPayeesService,
    private readonly paidFor: PaidForService,
    private readonly reading: PayListsReadService,
    @Inject(SEEDS_FOLDER) private readonly seedsFolder: string,
  ) {}

  async read(db: EntityManager, collectiveId: string, kept: KeptPayList): Promise<PayCheckFacts> {
    const standings = await this.payees.standings(db, collectiveId);
    const paidFor = await this.paidFor.read(db, collectiveId);
    const onList = new Set(kept.lines.map(({ memberId }) => memberId));
    const isCash = kept.list.channel === 'cash';
    const lists = await this.reading.listAll(collectiveId, db);
    return {
      on: this.clock.today(),
      lines: kept.lines.flatMap((line) => {
        const owed = paidFor(line);
        return owed === undefined ? [] : [{ ...owed, lineId: String(line.number), amount: line.amount }];
      }),
      payees: standings
        .filter(({ memberId }) => onList.has(memberId))
        .map((payee) => (isCash ? withoutAccount(payee) : payee)),
      accounts: standings.flatMap(({ memberId, householdId, accountPrint }) =>
        accountPrint === undefined ? [] : [{ memberId, householdId, accountPrint }],
      ),
      others: lists.flatMap((list) => otherParts(list, kept, paidFor)),
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

/** What stands on a list, the checked one too, and is not owed again. */
function otherParts(
  { list, lines, results }: StandingPayList,
  kept: KeptPayList,
  paidForOf: PaidForOf,
): OtherPart[] {
  const { year, number } = kept.list;
  const isBefore = list.year < year || (list.year === year && list.number < number);
  return lines.flatMap((line) => {
    const owed = paidForOf(line);
    const isLost = line.state === 'dropped' || isOwedAgain(standingOf(line, results));
    if (owed === undefined || isLost) return [];
    const { paidFor, what, when } = owed;
    const lineId = list.id === kept.list.id ? String(line.number) : undefined;
    const { memberId, amount } = line;
    return [{ lineId, isBefore, memberId, list: listText(list), paidFor, what, when, amount }];
  });
}
