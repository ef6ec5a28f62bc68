import type { Withdrawal } from '../../domain/uses/use-withdrawal';
import { workWords } from '../../glossary/terms-works';
import { widePunctuation } from '../../platform/text/wide-punctuation';

/** A work or a project that was typed wrongly. */
export interface WithdrawnUse {
  readonly name: string;
  readonly href: string;
  readonly on: string;
  readonly why: string;
}

/** Those of them that were typed wrongly, each with its reason. */
export function withdrawnRows(
  uses: readonly { readonly id: string; readonly name: string; readonly withdrawn: Withdrawal | undefined }[],
  hrefOf: (id: string) => string,
): WithdrawnUse[] {
  return uses.flatMap(({ id, name, withdrawn }) => {
    if (withdrawn === undefined) return [];
    const why = widePunctuation(withdrawn.why);
    return [{ name: widePunctuation(name), href: hrefOf(id), on: withdrawn.on, why }];
  });
}

/** That it was withdrawn, as a sentence. */
export function withdrawnWords({ on, why }: Withdrawal): string {
  return workWords.useWithdrawn(on, widePunctuation(why));
}

/** Whether nothing that hangs on it stands: it may be withdrawn. */
export function isFree(parts: readonly { readonly state: string }[]): boolean {
  return parts.every(({ state }) => state === 'withdrawn');
}
