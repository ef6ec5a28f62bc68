import { judge, judgementProblems } from '../policy/judge';
import type { PolicyPack } from '../policy/pack';
import type { Problem } from '../shared/problem';
import { type BooksSay, saidAgainst } from './books-say';
import type { ReadFigure } from './goals';

/**
 * What a document says of figures that are typed although the books tell them: what is reported is what the
 * books say. Codes `policy.*`. Source: FY-34, DC-IV5.
 * @param known what the books tell of whom and which year the figures are about
 */
export function statedProblems(pack: PolicyPack, figures: readonly ReadFigure[], known: BooksSay): Problem[] {
  return figures.flatMap(({ figure, value: stated }) => {
    const said = saidAgainst(known, figure, stated);
    if (said === undefined) return [];
    const judged = judge(pack, { subject: 'report', facts: { stated, ledger: said.ledger } });
    return judgementProblems(judged, { field: `figures.${figure}` });
  });
}
