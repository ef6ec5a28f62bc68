import { judge, judgementProblems } from '../policy/judge';
import type { PolicyPack } from '../policy/pack';
import type { PlainFacts } from '../policy/subjects';
import type { Problem } from '../shared/problem';
import type { ReadFigure } from './goals';

/**
 * What a document says of figures that are typed although the books tell them: what is reported is what the
 * books say. Codes `policy.*`. Source: FY-34, DC-IV5.
 * @param known what the books tell of whom and which year the figures are about
 */
export function statedProblems(
  pack: PolicyPack,
  figures: readonly ReadFigure[],
  known: PlainFacts,
): Problem[] {
  return figures.flatMap(({ figure, value: stated }) => {
    const ledger = known[figure];
    if (ledger === undefined) return [];
    const judged = judge(pack, { subject: 'report', facts: { stated, ledger } });
    return judgementProblems(judged, { field: `figures.${figure}` });
  });
}
