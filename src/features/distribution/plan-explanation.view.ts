import type { Explained } from '../../domain/policy/explanation';
import type { PolicyPack } from '../../domain/policy/pack';
import { figureName, outcomeText } from '../../glossary/figure-words';
import { checkWords } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { citedClause } from '../../platform/views/cited-clause';
import type { FigureView } from '../../platform/views/explained-figure';

/**
 * The figures of an explanation in words, the uses in the order of the document: one that gets nothing and
 * is asked nothing is left out.
 */
export function figureViews(pack: PolicyPack, { inputs }: Explained): FigureView[] {
  const names = pack.pools.flatMap(({ buckets }) => buckets.map(({ name }) => name));
  const placeOf = ({ label, subject }: Explained): number =>
    label === 'net' ? -1 : label === 'use' ? names.indexOf(subject) : names.length;
  return inputs
    .filter((figure) => figure.label !== 'use' || !isIdle(figure))
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map((each) => viewOf(pack, each));
}

function isIdle({ result, inputs }: Explained): boolean {
  const bounded = inputs.some(({ label }) => label === 'floor' || label === 'cap' || label === 'missing');
  return result === 0n && !bounded;
}

function viewOf(pack: PolicyPack, figure: Explained): FigureView {
  const { label, formula, inputs, clause, source, result } = figure;
  return {
    name: figureName(figure),
    result: typeof result === 'bigint' ? amountOf(label, result) : outcomeText(label, result),
    formula: formula === 'given' ? undefined : labelOf(`formula.${formula}`),
    source: source === undefined ? undefined : labelOf(`figureSource.${source.kind}`),
    clause: clause === undefined ? undefined : citedClause(pack, clause),
    inputs: inputs.map((input) => viewOf(pack, input)),
  };
}

/** An amount as it is; what is left is none where more is asked than there is. */
function amountOf(label: string, amount: bigint): bigint | string {
  return label === 'left' && amount < 0n ? checkWords.notEnough(-amount) : amount;
}
