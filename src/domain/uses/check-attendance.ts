import type { Findings } from '../ledger/check-pass';
import { type Fen, plainYuan } from '../money/fen';
import { attendanceAmount, type AttendanceLine, wageOf } from './attendance';

/** A month's sheet as it is kept. */
export interface KeptSheet {
  readonly id: string;
  readonly month: string;
  readonly sheetNumber: number;
  readonly amount: Fen;
  readonly enteredBy: string;
  readonly lines: readonly AttendanceLine[];
}

/** That a sheet was accepted, and the grant by which it is owed. */
export interface KeptAcceptance {
  readonly sheetId: string;
  readonly grantId: string;
  readonly entryId: string;
  readonly acceptedBy: string;
}

/** What is kept of attendance, and the grants it is owed by. */
export interface KeptAttendance {
  readonly sheets: readonly KeptSheet[];
  readonly acceptances: readonly KeptAcceptance[];
  readonly grants: readonly { readonly id: string; readonly entryId: string; readonly amount: Fen }[];
  readonly reversed: ReadonlySet<string>;
}

/**
 * Holds every sheet against its lines and its grant: each wage is what its days come to, the sheet their sum,
 * its acceptance somebody else's and booked by a grant of the same amount; a month is owed once. Codes
 * `check.attendanceDiffers`, `check.attendanceGrantDiffers`.
 */
export function checkAttendance(kept: KeptAttendance, findings: Findings): void {
  const owed = new Set<string>();
  for (const sheet of kept.sheets) {
    findings.looked += 1;
    const place = { month: sheet.month, number: sheet.sheetNumber };
    const found = attendanceAmount(sheet.lines.map((line) => ({ amount: wageOf(line) })));
    const isReckoned = sheet.lines.every((line) => wageOf(line) === line.amount);
    if (!isReckoned || attendanceAmount(sheet.lines) !== sheet.amount)
      findings.add(
        'check.attendanceDiffers',
        {},
        { ...place, kept: plainYuan(sheet.amount), found: plainYuan(found) },
      );
    const acceptance = kept.acceptances.find(({ sheetId }) => sheetId === sheet.id);
    if (acceptance === undefined) continue;
    const { grantId, entryId, acceptedBy } = acceptance;
    const grant = kept.grants.find(({ id }) => id === grantId);
    const isOwed = !kept.reversed.has(entryId);
    const isOf = grant?.entryId === entryId && grant.amount === sheet.amount;
    if (!isOf || acceptedBy === sheet.enteredBy || (isOwed && owed.has(sheet.month)))
      findings.add('check.attendanceGrantDiffers', {}, { ...place, amountFen: String(sheet.amount) });
    if (isOwed) owed.add(sheet.month);
  }
}
