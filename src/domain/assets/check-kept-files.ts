import type { Findings } from '../ledger/check-pass';
import { type FileWithdrawal, fileWithdrawalText, type KeptFile, keptFileText } from './kept-file';

/** A row and the hash it was kept with. */
export type Hashed<Row> = Row & { readonly digest: string };

/** Rows as they were kept: each still says what it was hashed by. @param hash SHA-256 of a text, hex */
export function checkKeptFiles(
  kept: {
    readonly files: readonly Hashed<KeptFile>[];
    readonly withdrawals: readonly Hashed<FileWithdrawal>[];
  },
  hash: (text: string) => string,
  findings: Findings,
): void {
  findings.looked += kept.files.length;
  for (const file of kept.files) {
    if (hash(keptFileText(file)) !== file.digest) findings.add('check.fileChanged', {}, factsOf(file));
  }
  for (const withdrawal of kept.withdrawals) {
    const file = kept.files.find(({ id }) => id === withdrawal.fileId);
    const holds = hash(fileWithdrawalText(withdrawal)) === withdrawal.digest;
    if (file === undefined) findings.add('check.fileGone', {}, { fileId: withdrawal.fileId });
    else if (!holds) findings.add('check.fileWithdrawalChanged', {}, factsOf(file));
  }
}

/** How a break names a file. */
export function factsOf({ id, paperKind, datedOn }: KeptFile): Readonly<Record<string, string>> {
  return { fileId: id, paper: paperKind, day: datedOn };
}
