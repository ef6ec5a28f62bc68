import { type Fen, plainYuan, sumFen } from '../money/fen';
import type { Explained } from '../policy/explanation';
import { bucketsOf, deductionKindsOf, poolRulesOf } from '../policy/pack';
import { invariant } from '../shared/invariant';
import type { Claim } from '../uses/claim';
import { explainSplit, type NetTerm } from './explain-split';
import { explainExact } from './explain-exact';
import { explainYear } from './explain-year';
import { standingInYear } from './plan-year';
import { usesByPack, type VillageDecision } from './split-by-pack';
import { splitSurplus } from './split-surplus';
import { periodWholes, type UseFacts } from './use-facts';

/** A plan as it is explained: what it is judged on, what was there before, who is to get what of each use. */
export interface PlanStory extends UseFacts {
  readonly carriedOver: Fen;
  readonly claims: readonly Claim[];
}

/**
 * How a plan came about, as a tree: what there is to distribute term by term, what every use gets of it and
 * why, what is left, what the document fixes for several together, and where the year stands by each limit
 * over it. Amounts the village decides are its
 * lines; amounts the document fixes are reckoned as it fixes them.
 */
export function explainPlan(story: PlanStory): Explained {
  const { pack, pool, on, local, distributable } = story;
  const wholes = periodWholes(story);
  const uses = usesByPack(pack, decisionOf(story), {
    ...{ pool, on, local, wholes },
    gateFacts: { distributable: plainYuan(distributable) },
  });
  const terms = termsOf(story);
  const split = explainSplit(splitSurplus(distributable, uses), terms);
  const limits = (poolRulesOf(pack, pool)?.limits ?? []).flatMap((limit) => {
    const standing = standingInYear(limit, story);
    return (standing === undefined ? explainExact(limit, story, terms) : explainYear(standing)) ?? [];
  });
  return { ...split, inputs: [...split.inputs, ...limits] };
}

/** What the village decided: its lines, nothing for a use without one; dues are the claims of theirs. */
function decisionOf({ pack, pool, planned, claims }: PlanStory): VillageDecision {
  const buckets = bucketsOf(pack, pool);
  const source = { kind: 'village', id: 'plan' } as const;
  return {
    takes: Object.fromEntries(
      buckets.map(({ id }) => [id, { kind: 'fixed', amount: planned[id] ?? 0n, source }]),
    ),
    claims: Object.fromEntries(
      buckets
        .filter(({ take }) => take.kind === 'agreement')
        .map(({ id }) => [
          id,
          claims
            .filter((claim) => claim.bucket === id)
            .map(({ forWhat, amount, targetGroup }, place) => {
              return { key: `${String(place + 1)} ${forWhat}`, amount, group: targetGroup };
            }),
        ]),
    ),
  };
}

function termsOf({ pack, pool, carriedOver, distributable, ground }: PlanStory): NetTerm[] {
  const kinds = deductionKindsOf(pack, pool);
  const source = { kind: 'books', id: 'statement' } as const;
  const costs = Object.entries(ground.period.costs)
    .sort(
      ([one], [other]) => kinds.findIndex(({ id }) => id === one) - kinds.findIndex(({ id }) => id === other),
    )
    .map(([kind, amount]): NetTerm => {
      const named = kinds.find(({ id }) => id === kind);
      return { label: 'cost', subject: named?.name ?? '', amount: -amount, source, clause: named?.cite };
    });
  const terms: NetTerm[] = [
    { label: 'carried_over', subject: '', amount: carriedOver, source },
    { label: 'received', subject: '', amount: ground.period.received, source },
    ...costs,
  ];
  invariant(
    sumFen(terms.map(({ amount }) => amount)) === distributable,
    'a plan distributes what its period left',
  );
  return terms;
}
