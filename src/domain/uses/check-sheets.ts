import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { type Fen, plainYuan } from '../money/fen';
import { checkEnds, type EndAct, type UseEnd } from './use-end';
import { checkWithdrawals, standingUses, type Withdrawal, WORK_CODES } from './use-withdrawal';
import { type LabourLine, labourPay, sheetAmount } from './labour-rows';

/** A sheet as it is kept. */
export interface KeptWorkSheet {
  readonly id: string;
  readonly sheetNumber: number;
  readonly to: CalendarDay;
  readonly amount: Fen;
  readonly enteredBy: string;
  readonly withdrawn: string | undefined;
  readonly lines: readonly LabourLine[];
}

/** What is kept of works, and the grants by which their sheets are owed. */
export interface KeptWorks {
  readonly works: readonly {
    readonly name: string;
    readonly claimId: string;
    readonly sheets: readonly KeptWorkSheet[];
    readonly acts: readonly EndAct[];
    readonly finished: UseEnd['finished'];
    readonly withdrawn: Withdrawal | undefined;
  }[];
  readonly acceptances: readonly {
    readonly sheetId: string;
    readonly grantId: string;
    readonly entryId: string;
    readonly acceptedOn: CalendarDay;
    readonly acceptedBy: string;
  }[];
  readonly grants: readonly {
    readonly id: string;
    readonly claimId: string;
    readonly entryId: string;
    readonly amount: Fen;
  }[];
  readonly reversed: ReadonlySet<string>;
}

/**
 * Holds every sheet against its rows and its grants: each row is days times rate, the sheet their sum; each
 * acceptance is somebody else's, no earlier than the last day of work, and has a grant of the sheet's claim
 * and amount under the same voucher; at most one stands, and none of a sheet that was withdrawn; a grant of
 * the claim of a work that stands is some sheet's; a withdrawn work has nothing. Codes
 * `check.sheetDiffers`, `check.sheetGrantDiffers`, `check.grantWithoutSheet`, `check.reopenedDiffers`,
 * `check.workWithdrawnDiffers`, `check.workNamedTwice`.
 */
export function checkSheets(kept: KeptWorks, findings: Findings): void {
  for (const work of kept.works) {
    checkEnds(work, { own: ownEntries(kept, work.claimId), reversed: kept.reversed }, findings);
    for (const sheet of work.sheets) {
      findings.looked += 1;
      const place = { work: work.name, number: sheet.sheetNumber };
      checkSum(sheet, place, findings);
      checkGrants(kept, { sheet, claimId: work.claimId, place }, findings);
    }
  }
  const checked = kept.works.map(({ name, withdrawn, finished, sheets }) => {
    return {
      name,
      withdrawn,
      finished,
      standing: sheets.filter((each) => each.withdrawn === undefined).length,
    };
  });
  checkWithdrawals(checked, WORK_CODES, findings);
  const claims = new Set(standingUses(kept.works).map(({ claimId }) => claimId));
  const named = new Set(kept.acceptances.map(({ grantId }) => grantId));
  for (const grant of kept.grants.filter(({ claimId }) => claims.has(claimId))) {
    if (!named.has(grant.id) && !kept.reversed.has(grant.entryId)) {
      findings.add(
        'check.grantWithoutSheet',
        { entryId: grant.entryId },
        { amountFen: String(grant.amount) },
      );
    }
  }
}

/** The vouchers by which sheets of the works of a claim were owed. */
function ownEntries({ works, acceptances }: KeptWorks, ofClaim: string): Set<string> {
  const sheets = works.filter(({ claimId }) => claimId === ofClaim).flatMap((work) => work.sheets);
  const ids = new Set(sheets.map(({ id }) => id));
  return new Set(acceptances.filter(({ sheetId }) => ids.has(sheetId)).map(({ entryId }) => entryId));
}

interface Place {
  readonly work: string;
  readonly number: number;
}

function checkSum(sheet: KeptWorkSheet, place: Place, findings: Findings): void {
  const asReckoned = sheet.lines.every(({ halfDays, rate, amount }) => labourPay(halfDays, rate) === amount);
  const sum = sheetAmount(sheet.lines);
  if (asReckoned && sum === sheet.amount) return;
  const found = sheetAmount(sheet.lines.map(({ halfDays, rate }) => ({ amount: labourPay(halfDays, rate) })));
  const [kept, rows] = [plainYuan(sheet.amount), plainYuan(sum)];
  const facts = { ...place, kept, rows, found: plainYuan(found) };
  findings.add('check.sheetDiffers', {}, facts);
}

function checkGrants(
  { acceptances, grants, reversed }: KeptWorks,
  of: { readonly sheet: KeptWorkSheet; readonly claimId: string; readonly place: Place },
  findings: Findings,
): void {
  const { sheet, claimId, place } = of;
  const own = acceptances.filter(({ sheetId }) => sheetId === sheet.id);
  const standing = own.filter(({ entryId }) => !reversed.has(entryId));
  const isMatched = own.every(({ grantId, entryId, acceptedBy, acceptedOn }) => {
    const grant = grants.find(({ id }) => id === grantId);
    const isOf = grant?.claimId === claimId && grant.entryId === entryId && grant.amount === sheet.amount;
    return isOf && acceptedBy !== sheet.enteredBy && acceptedOn >= sheet.to;
  });
  const most = sheet.withdrawn === undefined ? 1 : 0;
  if (isMatched && standing.length <= most) return;
  findings.add('check.sheetGrantDiffers', {}, { ...place, amountFen: String(sheet.amount) });
}
