import { yearOf } from '../calendar/calendar-day';
import { type CheckedEntry, type CheckPass, Findings, placeOf } from './check-pass';

/**
 * The numbers of vouchers: 1, 2, 3 … in each year without a gap or a number used twice, the year that of the
 * voucher's day, the last one where the counter stands.
 */
export class NumbersPass implements CheckPass {
  readonly findings = new Findings('numbers');
  private readonly last: Map<number, number>;

  /**
   * @param counters year → where the counter of vouchers stands
   * @param before year → the last number that earlier checks have gone through
   */
  constructor(
    private readonly counters: ReadonlyMap<number, number>,
    before: ReadonlyMap<number, number> = new Map(),
  ) {
    this.last = new Map(before);
  }

  take(entry: CheckedEntry): void {
    this.findings.looked += 1;
    const { year, number } = entry.voucher;
    if (year !== yearOf(entry.postedOn)) {
      this.findings.add('check.numberYear', placeOf(entry), { day: entry.postedOn });
    }
    const next = (this.last.get(year) ?? 0) + 1;
    if (number > next) {
      this.findings.add('check.numberMissing', placeOf(entry), { year, from: next, to: number - 1 });
    } else if (number < next) {
      this.findings.add('check.numberTwice', placeOf(entry), { year, last: next - 1 });
    }
    this.last.set(year, Math.max(number, next - 1));
  }

  finish(): void {
    for (const year of new Set([...this.last.keys(), ...this.counters.keys()])) {
      const [kept, found] = [this.counters.get(year) ?? 0, this.last.get(year) ?? 0];
      if (kept !== found) this.findings.add('check.counterWrong', {}, { year, kept, found });
    }
  }
}
