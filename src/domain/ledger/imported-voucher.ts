import type { Problem } from '../shared/problem';
import type { JournalEntry } from './journal-entry';
import type { VoucherRegisters } from './manual-lines';
import { type ManualVoucherForm, readManualVoucher } from './manual-voucher';

/** A voucher of older books as a file carries it. */
export interface ImportedVoucher {
  /** Its line in the file, from 1. */
  readonly line: number;
  /** What the older books call it, once for each voucher: the key under which it is taken over once. */
  readonly id: string;
  readonly form: ManualVoucherForm;
}

/** The kind of source of a voucher that was taken over. */
export const IMPORTED = 'imported';

/**
 * Reads the vouchers of a file against the registers, in their order. A voucher that stands in the file twice
 * is taken once. Codes as of a voucher typed by hand, and `import.otherTwice` for an id that names another
 * voucher further up, `import.known` for one that was taken over before; fields as `line.3.lines.0.debit`.
 * @param known the ids that were taken over before
 */
export function readImported(
  vouchers: readonly ImportedVoucher[],
  registers: VoucherRegisters,
  known: ReadonlySet<string>,
): { entries: JournalEntry[]; repeated: number; problems: Problem[] } {
  const entries: JournalEntry[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  let repeated = 0;
  for (const { line, id, form } of vouchers) {
    const at = `line.${String(line)}`;
    const body = JSON.stringify(form);
    const earlier = seen.get(id);
    if (earlier === body) repeated += 1;
    else if (earlier !== undefined)
      problems.push({ code: 'import.otherTwice', field: `${at}.id`, value: id });
    else if (known.has(id)) problems.push({ code: 'import.known', field: `${at}.id`, value: id });
    if (earlier !== undefined) continue;
    seen.set(id, body);
    const read = readManualVoucher(form, registers, { kind: IMPORTED, id });
    entries.push(read.entry);
    problems.push(...read.problems.map((problem) => ({ ...problem, field: `${at}.${problem.field}` })));
  }
  return { entries, repeated, problems };
}
