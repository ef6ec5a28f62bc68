import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

const CONTRACT = { contract: { kind: 'text' }, asset: { kind: 'asset' } } as const;
const MONEY = {
  before: { kind: 'money' },
  due: { kind: 'money' },
  received: { kind: 'money' },
  waived: { kind: 'money' },
  owing: { kind: 'money' },
} as const;

/** Which contracts ran in some days, what was due of them, what came, and what is owed since when. */
export const LEASES_ARREARS = {
  pools: 'none',
  sums: ['before', 'due', 'ended', 'owing'],
  tables: {
    contracts: {
      fields: {
        ...{ ...CONTRACT, party: { kind: 'party' } },
        ...{ firstOn: { kind: 'day' }, lastOn: { kind: 'day' } },
      },
      ...{ lead: 'asset', amount: 'lastOn', totals: {} },
    },
    rents: {
      fields: { ...CONTRACT, ...MONEY },
      ...{ lead: 'asset', amount: 'owing' },
      totals: { before: 'before', due: 'due', received: 'ended', waived: 'ended', owing: 'owing' },
    },
    late: {
      fields: { ...CONTRACT, party: { kind: 'party' }, since: { kind: 'day' }, owing: { kind: 'money' } },
      ...{ lead: 'party', amount: 'owing', totals: { owing: '' } },
    },
  },
} as const satisfies ReportShape;

/** Something that falls due, with what came of it. */
export interface DueItem {
  readonly dueOn: CalendarDay;
  /** It names no day, so it is owed and never late. */
  readonly isOpenEnded?: true;
  readonly amount: Fen;
  readonly receipts: readonly { readonly receivedOn: CalendarDay; readonly amount: Fen }[];
}

/** What one other owes for one asset, of one contract or of none. */
export interface RentAccount {
  /** Absent where no contract here makes it due. */
  readonly contract?: {
    readonly number: string;
    readonly firstOn: CalendarDay;
    readonly lastOn: CalendarDay;
  };
  readonly assetId: string;
  /** Whom it is with, by id. */
  readonly party: string;
  readonly items: readonly DueItem[];
  /** Dues that the village gave up. */
  readonly waived: readonly { readonly dueOn: CalendarDay; readonly amount: Fen }[];
}

interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/**
 * The figures of the sheet: owed before + due − what came or was given up = owed at the end, account by
 * account. What is paid ahead counts with the due it is for; on the day itself a due is due, not late.
 */
export function leasesArrearsNotice(accounts: readonly RentAccount[], days: Days): ReportFigures {
  const { tables } = LEASES_ARREARS;
  const ran = accounts.filter(({ contract }) => {
    return contract !== undefined && contract.firstOn <= days.to && contract.lastOn >= days.from;
  });
  const moved = accounts.map((account) => ({ account, ...figuresOf(account, days) })).filter(isTold);
  const rents = reportTable(
    tables.rents,
    moved.map(({ account, before, due, received, waived, owing }) => ({
      ...namedBy(account),
      ...{ before: String(before), due: String(due), received: String(received) },
      ...{ waived: String(waived), owing: String(owing) },
    })),
  );
  const { totals } = rents;
  const ended = BigInt(totals['received'] ?? 0) + BigInt(totals['waived'] ?? 0);
  return {
    sums: {
      before: totals['before'] ?? '0',
      due: totals['due'] ?? '0',
      ended: String(ended),
      owing: totals['owing'] ?? '0',
    },
    tables: {
      contracts: reportTable(tables.contracts, ran.map(contractRow)),
      rents,
      late: reportTable(tables.late, lateRows(moved, days)),
    },
  };
}

interface AccountFigures {
  readonly before: Fen;
  readonly due: Fen;
  readonly received: Fen;
  readonly waived: Fen;
  readonly owing: Fen;
}

function figuresOf({ items, waived }: RentAccount, { from, to }: Days): AccountFigures {
  const earlier = items.filter(({ dueOn }) => dueOn < from);
  const own = items.filter(({ dueOn }) => dueOn >= from && dueOn <= to);
  const before = sumFen(earlier.map((item) => openOf(item, (day) => day < from)));
  const gaveUp = sumFen(
    waived.filter(({ dueOn }) => dueOn >= from && dueOn <= to).map(({ amount }) => amount),
  );
  const due = sumFen(own.map(({ amount }) => amount)) + gaveUp;
  const owing = sumFen([...earlier, ...own].map((item) => openOf(item, (day) => day <= to)));
  return { before, due, received: before + due - gaveUp - owing, waived: gaveUp, owing };
}

function openOf({ amount, receipts }: DueItem, isBy: (day: CalendarDay) => boolean): Fen {
  return amount - sumFen(receipts.filter(({ receivedOn }) => isBy(receivedOn)).map((each) => each.amount));
}

function isTold({ before, due, received, owing }: AccountFigures): boolean {
  return [before, due, received, owing].some((figure) => figure !== 0n);
}

function namedBy({ contract, assetId }: RentAccount): ReportRow {
  return { ...(contract === undefined ? {} : { contract: contract.number }), asset: assetId };
}

function contractRow(account: RentAccount): ReportRow {
  const { party, contract } = account;
  const days = contract === undefined ? {} : { firstOn: contract.firstOn, lastOn: contract.lastOn };
  return { ...namedBy(account), party, ...days };
}

/** Who owes past the day on which it was due, the longest first. */
function lateRows(
  moved: readonly (AccountFigures & { readonly account: RentAccount })[],
  { to }: Days,
): ReportRow[] {
  return moved
    .flatMap(({ account }) => {
      const open = account.items
        .filter(({ isOpenEnded }) => isOpenEnded !== true)
        .map((item) => ({ dueOn: item.dueOn, left: openOf(item, (day) => day <= to) }))
        .filter(({ dueOn, left }) => dueOn < to && left > 0n);
      const [since] = open.map(({ dueOn }) => dueOn).sort();
      if (since === undefined) return [];
      const owing = String(sumFen(open.map(({ left }) => left)));
      return [{ since, row: { ...namedBy(account), party: account.party, since, owing } }];
    })
    .sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0))
    .map(({ row }) => row);
}
