import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { plainYuan, sumFen } from '../money/fen';
import { graceOf } from '../policy/due-grace';
import { judge } from '../policy/judge';
import type { LocalNumbers, PolicyPack } from '../policy/pack';
import type { OwedIncome } from './arrears';

/** A line of the document in force that income owed does not keep, and until when it had time. */
export interface BrokenDue {
  readonly rule: string;
  readonly says: string;
  /** The document by its title. */
  readonly document: string;
  readonly clause: string;
  /** The days of grace, which the village settles; none where it has settled nothing. */
  readonly grace: number;
}

/**
 * The lines of a document that income owed does not keep on a day: what has not come in full by the day
 * agreed and the days of grace. Before these are over nothing is judged: it may still come in time.
 * Source: FY 三(四)18, rent and dividends in time and in full; the document names no days.
 */
export function brokenDues(
  owed: Pick<OwedIncome, 'dueOn' | 'amount' | 'receipts'>,
  document: { readonly pack: PolicyPack; readonly local: LocalNumbers },
  on: CalendarDay,
): BrokenDue[] {
  const { pack, local } = document;
  const grace = graceOf(local);
  if (owed.dueOn === undefined || on <= addDays(owed.dueOn, grace)) return [];
  const until = addDays(owed.dueOn, grace);
  const inTime = owed.receipts.filter(({ receivedOn }) => receivedOn <= until);
  const facts = {
    amount: plainYuan(owed.amount),
    received_by_due: plainYuan(sumFen(inTime.map(({ amount }) => amount))),
  };
  return judge(pack, { subject: 'due', facts, on: owed.dueOn < pack.valid.from ? on : owed.dueOn }, local)
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ ruleId: rule, says, clause }) => ({
      ...{ rule, says, clause, grace },
      document: pack.source.title,
    }));
}
