import { Injectable } from '@nestjs/common';
import { maskedNumber } from '../../domain/shared/masked';
import { type Fen, sumFen } from '../../domain/money/fen';
import { type LineStanding, standingOf } from '../../domain/payouts/line-results';
import { partKey } from '../../domain/payouts/payable-parts';
import { groupedBy } from '../../domain/shared/grouped';
import { payAdviceWords } from '../../glossary/pay-advice-words';
import { labelOf } from '../../glossary/terms';
import { workWords } from '../../glossary/terms-works';
import { Database } from '../../platform/database/database';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { Payee } from '../collectives/payees.service';
import { RosterReadService } from '../collectives/roster-read.service';
import { type OwedPerson, OwedPeopleService } from '../distribution/owed-people.service';
import { PayListPayeesService } from './pay-list-payees.service';
import { sumText } from './payable-parts.service';
import type { StandingPayList } from './standing-pay-list';

/** A line of a list, in words. */
export interface ToldPayLine {
  readonly number: number;
  /** What it is owed for; blank where that was taken back since. */
  readonly what: string;
  /** The same as a household reads it, the month in words. */
  readonly told: string;
  readonly amount: Fen;
  readonly state: LineStanding;
  /** Why the bank did not pay it, or sent it back; blank otherwise. */
  readonly why: string;
}

/** Somebody on a list with all his lines. */
export interface ToldPayee {
  readonly memberId: string;
  /** Of somebody outside the village none. */
  readonly household: number | undefined;
  readonly name: string;
  /** Where the list pays him, the number masked. */
  readonly paidTo: string;
  readonly lines: readonly ToldPayLine[];
  readonly amount: Fen;
}

type OwedFor = Pick<ToldPayLine, 'what' | 'told'>;
const UNKNOWN: OwedFor = { what: '', told: '' };

/** Who stands on a list, person by person. */
@Injectable()
export class PayListPeopleService {
  constructor(
    private readonly database: Database,
    private readonly payees: PayListPayeesService,
    private readonly roster: RosterReadService,
    private readonly owed: OwedPeopleService,
  ) {}

  /** By household and number, as the list has them. */
  async listPeople(collectiveId: string, kept: StandingPayList): Promise<ToldPayee[]> {
    const { list, lines, results } = kept;
    const versions = lines.map(({ memberId, memberVersion: version }) => ({ memberId, version }));
    const frozen = await this.payees.frozen(this.database.reader, collectiveId, versions);
    const byPerson = groupedBy(lines, ({ memberId }) => memberId);
    const known = await this.roster.knownPeople(collectiveId, [...byPerson.keys()]);
    const { people, granted } = await this.owed.read(collectiveId);
    const whats = whatsOf(people);
    const sums = new Map(
      granted.map((grant) => [grant.voucher.entryId, { what: sumText(grant), told: sumText(grant) }]),
    );
    const whys = whyOf(kept);
    return [...byPerson].map(([memberId, own]) => ({
      memberId,
      household: known.get(memberId)?.householdNumber,
      name: frozen.get(memberId)?.name ?? '',
      paidTo:
        list.channel === 'cash' ? labelOf('payChannel.cash') : paidToText(frozen.get(memberId)?.account),
      lines: own.map((line) => {
        const state = standingOf(line, results);
        return {
          ...{ number: line.number, amount: line.amount, state },
          ...(whats.get(partKey(line)) ?? sums.get(line.debtId) ?? UNKNOWN),
          why: state === 'returned' ? (whys.get(line.number) ?? '') : '',
        };
      }),
      amount: sumFen(own.map(({ amount }) => amount)),
    }));
  }
}

/** What each part is owed for; a part with several lines names them all. */
function whatsOf(people: readonly OwedPerson[]): ReadonlyMap<string, OwedFor> {
  const items = people.flatMap(({ memberId, items: own }) =>
    own.map(({ list, line }) => ({ key: partKey({ debtId: list.entryId, memberId }), list, line })),
  );
  return new Map(
    [...groupedBy(items, ({ key }) => key)].map(([key, own]) => {
      const when = own[0]?.list.when ?? '';
      const what = [...new Set(own.map(({ line }) => widePunctuation(line.what)))].join('、');
      return [key, { what: workWords.owedFor(what, when), told: payAdviceWords.owedFor(what, when) }];
    }),
  );
}

/** Where somebody is paid, the number masked. */
export function paidToText(account: Payee['account']): string {
  if (account === undefined) return workWords.notPaidTo;
  const masked = maskedNumber(account.number, 'account');
  return workWords.paidTo(labelOf(`accountKind.${account.kind}`), masked, account.bank);
}

/** Why each line that came back last did, by its number. */
function whyOf({ outcomes }: StandingPayList): ReadonlyMap<number, string> {
  return new Map(
    outcomes.map(({ lineNumber, outcome, returnKind, reason }) => {
      if (outcome !== 'returned') return [lineNumber, ''];
      const kind = returnKind === '' || (returnKind === 'other' && reason !== '') ? '' : returnKind;
      const words = [kind === '' ? '' : labelOf(`returnKind.${kind}`), reason];
      return [lineNumber, [...new Set(words)].filter((each) => each !== '').join('，')];
    }),
  );
}
