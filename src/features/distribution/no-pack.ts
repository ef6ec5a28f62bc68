import type { Bucket, PackSource, PolicyPack } from '../../domain/policy/pack';
import { noPackWords } from '../../glossary/remarks';
import { type LoadedPack, packDigest } from '../policy/policy.service';

/** What a village may put money to while no document says so: the usual four, under no clause. */
const USES = ['posts', 'labour', 'reward', 'other'] as const;

/**
 * What stands in the place of a policy where none is in force: uses without a clause, nothing to judge. A
 * plan may be drafted under it, so that the village can talk about it; it is never submitted.
 * Source: product decision "Policy packs": none in force, plans can be drafted, not approved.
 */
export const NO_PACK: LoadedPack = {
  pack: packOf(USES.map(useOf)),
  digest: packDigest(USES.join()),
  canonical: USES.join(),
};

function useOf(id: (typeof USES)[number]): Bucket {
  const take = { kind: 'village' } as const;
  const name = noPackWords.uses[id];
  return { id, name, cite: '', phrase: undefined, mark: undefined, take, order: 1, gate: undefined };
}

function packOf(buckets: readonly Bucket[]): PolicyPack {
  const nowhere = { phrase: '', cite: '' };
  const source: PackSource = {
    ...{ title: noPackWords.title, documentNumber: undefined, issuer: '', kind: 'full_text' },
    ...{ issuedOn: undefined, publishedOn: undefined, textSha256: undefined, refersTo: [] },
  };
  const nothing = { clauses: [], values: [], needs: [], lists: [], measures: [], open: [], rules: [] };
  const noDuties = { tags: [], flows: [], notices: [], goals: [], bands: [], calendar: [], earlierForms: [] };
  return {
    ...{ ...nothing, ...noDuties, id: 'none', region: { code: '', name: '' }, source },
    valid: { from: '0001-01-01', to: undefined, confirmAfter: undefined, basis: '' },
    pools: [
      {
        ...{
          id: 'all',
          income: nowhere,
          base: { of: 'after_deductions', cite: '' },
          deductions: [],
          buckets,
        },
        ...{ limits: [], servedFirst: undefined, left: { to: 'carry_over', decidedBy: 'village' } },
      },
    ],
    rounding: { oddFen: 'largest_remainder', decidedBy: 'village' },
  };
}
