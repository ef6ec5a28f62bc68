import type { ImportedVoucher } from '../domain/ledger/imported-voucher';
import { FormProblems, type Problem, refuseProblems } from '../domain/shared/problem';
import { ImportedVoucherForm } from '../features/ledger/vouchers.forms';
import { readForm } from '../platform/http/form-problems';
import { decodeText } from '../platform/spreadsheets/text-table';

/**
 * Reads a file of vouchers: UTF-8, or GB18030 as older programs write it, a JSON object on each line, blank
 * lines between them passed over.
 * @throws FormProblems with every problem of every line, `import.notJson`, `import.empty`, `form.*`; or
 *   `file.encoding`
 */
export async function readVouchersFile(bytes: Buffer): Promise<ImportedVoucher[]> {
  const vouchers: ImportedVoucher[] = [];
  const problems: Problem[] = [];
  for (const [place, given] of decodeText(bytes)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (given.trim() === '') continue;
    const line = place + 1;
    try {
      const { id, ...form } = await readForm(ImportedVoucherForm, objectOf(given));
      vouchers.push({ line, id, form });
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error;
      const at = `line.${String(line)}`;
      problems.push(
        ...error.problems.map((each) => ({ ...each, field: each.field === '' ? at : `${at}.${each.field}` })),
      );
    }
  }
  if (vouchers.length === 0 && problems.length === 0) problems.push({ code: 'import.empty', field: '' });
  refuseProblems(problems);
  return vouchers;
}

function objectOf(text: string): object {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  } catch {
    // Said below, by its line.
  }
  throw new FormProblems([{ code: 'import.notJson', field: '' }]);
}
