import type { Step } from './route';

/** Who deliberates before the village's body decides, in their order. */
const BEFORE = ['party_branch', 'two_committees', 'party_members'] as const;

/**
 * Whether steps are 四议两公开: the Party's branch proposes, the two committees talk it over, the Party's
 * members look at it, the village's body decides; what was decided hangs out, and so does what came of it.
 * Source: domain.md §4 and product.md §3 ("Approvals"); no pack spells the steps out.
 */
export function isFourDeliberations(steps: readonly Step[]): boolean {
  const bodies = steps.flatMap((step) =>
    step.kind === 'deliberation' || step.kind === 'meeting' ? [step.body] : [],
  );
  const places = BEFORE.map((body) => bodies.indexOf(body));
  const inOrder = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
  const last = places.at(-1) ?? -1;
  const decides = steps.some((step) => step.kind === 'meeting' && bodies.indexOf(step.body) > last);
  const hangs = steps.flatMap((step) => (step.kind === 'publicity' ? [step.of] : []));
  return inOrder && decides && hangs.includes('decision') && hangs.includes('result');
}
