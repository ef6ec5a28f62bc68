import { NONE_WORDS } from './matter-words';

/** What income is called under a document: its kind, how it is earned, why a line is not followed. */
export function natureText({
  kind,
  mode,
  marks,
  reason,
}: {
  readonly kind: string | undefined;
  readonly mode: string | undefined;
  readonly marks: readonly string[];
  readonly reason: string | undefined;
}): string {
  const said = [kind, mode, ...marks].filter((word) => word !== undefined && word !== '');
  const words = said.map((word) => (word === 'none_of_these' ? NONE_WORDS.ofThese : (word ?? '')));
  return [...words, ...(reason === undefined ? [] : [`理由：${reason}`])].join('，');
}
