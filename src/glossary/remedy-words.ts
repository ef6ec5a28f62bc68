import { yuanText } from '../domain/money/fen';
import { labelOf } from './terms';

/** A flag of an asset in words, with the figure that says so. */
export function flagText(flag: {
  readonly kind: string;
  readonly isNoted: boolean;
  readonly days?: number;
  readonly net?: bigint;
}): string {
  const word = labelOf(`assetFlag.${flag.kind}`);
  const noted = flag.isNoted ? '，登记为这样' : '';
  if (flag.days !== undefined) return `${word} ${String(flag.days)} 天${noted}`;
  if (flag.net === undefined) return `${word}${noted}`;
  return flag.net < 0n
    ? `${word}：近12个月亏 ${yuanText(-flag.net)} 元${noted}`
    : `${word}：近12个月净收 ${yuanText(flag.net)} 元${noted}`;
}

/** Why the books cannot tell all of assets, each reason with its assets. */
export function untoldTexts(
  assets: readonly {
    readonly name: string;
    readonly untold?: 'keptForOthers' | { readonly booksFrom: string };
  }[],
): string[] {
  const kept = assets.filter(({ untold }) => untold === 'keptForOthers').map(({ name }) => name);
  const began = assets.flatMap(({ untold }) => (typeof untold === 'object' ? [untold.booksFrom] : []))[0];
  return [
    ...(kept.length === 0 ? [] : [`${kept.join('、')}是代管的，收入归各村，不进本村的账，这里不判。`]),
    ...(began === undefined
      ? []
      : [`账从 ${began} 才开始，不满十二个月，近12个月的净收还算不出来，不判效益差和亏损。`]),
  ];
}

/** What is under way, in one line. */
export function remedyText(remedy: {
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
}): string {
  return `${remedy.what}，${remedy.who}，${remedy.dueOn} 前`;
}

/** A number nobody has settled, without which a flag is not raised. */
export function openNumberText(id: string): string {
  return labelOf(`assetNumber.${id.replace('.', '_')}`);
}
