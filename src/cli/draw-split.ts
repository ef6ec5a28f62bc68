import { explainSplit, type NetTerm } from '../domain/distribution/explain-split';
import {
  type GroupedClaim,
  type SplitGround,
  usesByPack,
  type VillageDecision,
} from '../domain/distribution/split-by-pack';
import { splitSurplus } from '../domain/distribution/split-surplus';
import type { SplitUse, Take } from '../domain/distribution/split-use';
import type { Stated } from '../domain/distribution/stated-amount';
import { type Fen, plainYuan, requireYuan, sumFen } from '../domain/money/fen';
import { readRatio } from '../domain/money/ratio';
import type { PolicyPack } from '../domain/policy/pack';
import type { Facts } from '../domain/shared/domain-error';
import type { Figures } from './case-file';
import { outlineOf } from './draw-explained';
import type { ClaimAsked, SplitAsked, UseAsked } from './sum-asked';

type Wholes = ReadonlyMap<string, Fen>;

/** Gives the pack of an id. @throws DomainError `policy.unknownPack` */
export type PackOf = (id: string) => PolicyPack;

/** What comes of a split, by name: amounts by use, what stays owed, who is paid what, and every problem. */
export function splitFigures(asked: SplitAsked, packOf: PackOf): Figures {
  const received = requireYuan(asked.received);
  const costs = asked.deducted.map(requireYuan);
  const net = received - sumFen(costs);
  const wholes: Wholes = new Map([
    ['everything_received', received],
    ['after_deductions', net],
    ...asked.wholes.flatMap(({ of, amount }): [string, Fen][] =>
      amount === undefined ? [] : [[of, requireYuan(amount)]],
    ),
  ]);
  const { under } = asked;
  const uses =
    under === undefined
      ? asked.uses.map((use) => useOf(use, wholes))
      : usesByPack(packOf(under.pack), decisionOf(asked, wholes), groundOf(under, wholes));
  const split = splitSurplus(net, uses);
  const byUse = <T>(of: (part: (typeof split.parts)[number]) => T): Record<string, T> =>
    Object.fromEntries(split.parts.map((part) => [part.use.id, of(part)]));
  return {
    outcome: split.outcome,
    net: plainYuan(net),
    uses: byUse((part) => plainYuan(part.amount)),
    owed: byUse((part) => plainYuan(sumFen(part.paid.map((claim) => claim.unpaid)))),
    paid: byUse((part) => Object.fromEntries(part.paid.map(({ key, paid }) => [key, plainYuan(paid)]))),
    left: plainYuan(split.left),
    explained: outlineOf(explainSplit(split, termsOf(received, costs))),
    problems: split.problems.map(({ code, facts }) => ({ code, ...figuresOf(facts ?? {}) })),
  };
}

function decisionOf({ uses }: SplitAsked, wholes: Wholes): VillageDecision {
  const takes = uses.flatMap(({ id, take }): [string, Stated | { kind: 'rest' }][] =>
    take === undefined ? [] : [[id, take === 'rest' ? { kind: 'rest' } : statedOf(take, wholes)]],
  );
  const claims = uses.map(({ id, dues, claims: asking }): [string, GroupedClaim[]] => [
    id,
    [...dues, ...asking].map(({ key, amount, group }) => ({ key, amount: requireYuan(amount), group })),
  ]);
  return { takes: Object.fromEntries(takes), claims: Object.fromEntries(claims) };
}

function groundOf({ pool, on, local, flows }: NonNullable<SplitAsked['under']>, wholes: Wholes): SplitGround {
  return {
    pool,
    on,
    local: Object.fromEntries(local.map(({ of, amount }) => [of, amount ?? ''])),
    wholes: Object.fromEntries(wholes),
    gateFacts: Object.fromEntries(flows.map(({ of, says }) => [`flow:${of}`, says])),
  };
}

function termsOf(received: Fen, costs: readonly Fen[]): NetTerm[] {
  const source = { kind: 'books', id: 'statement' } as const;
  return [
    { label: 'received', subject: '', amount: received, source },
    ...costs.map((cost, index): NetTerm => {
      return { label: 'cost', subject: String(index + 1), amount: -cost, source };
    }),
  ];
}

/** Facts of a refusal or a reason as figures: amounts in yuan, names with commas between. */
export function figuresOf(facts: Facts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'bigint' ? plainYuan(fact) : typeof fact === 'object' ? fact.join(', ') : String(fact),
    ]),
  );
}

function useOf(asked: UseAsked, wholes: Wholes): SplitUse {
  return {
    id: asked.id,
    name: asked.id,
    order: asked.order,
    take: takeOf(asked, wholes),
    floor: asked.atLeast === undefined ? undefined : statedOf(asked.atLeast, wholes),
    cap: asked.atMost === undefined ? undefined : statedOf(asked.atMost, wholes),
    gate: asked.gate,
    claims: asked.claims.map(claimOf),
  };
}

function takeOf({ id, take, dues }: UseAsked, wholes: Wholes): Take {
  if (take === 'rest') return { kind: 'rest' };
  if (take !== undefined) return statedOf(take, wholes);
  return dues.length > 0 ? { kind: 'dues', dues: dues.map(claimOf) } : { kind: 'missing', missing: [id] };
}

/** `12,000.00`, or `10% of new_income`; a share of what the case does not give is not known. */
function statedOf(text: string, wholes: Wholes): Stated {
  const [share = '', of] = text.split(' of ');
  if (of === undefined) return { kind: 'fixed', amount: requireYuan(text) };
  if (share.startsWith('need:')) return { kind: 'missing', missing: [share.slice('need:'.length)] };
  return { kind: 'share', share: readRatio(share), whole: { of, amount: wholes.get(of) } };
}

function claimOf({ key, amount, first }: ClaimAsked): { key: string; amount: Fen; first: boolean } {
  return { key, amount: requireYuan(amount), first };
}
