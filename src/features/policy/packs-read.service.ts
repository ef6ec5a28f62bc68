import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PackStanding } from '../../domain/policy/confirmation';
import type { LocalNumber } from '../../domain/policy/local-standard';
import type { Need, PackSource, PackValidity, PolicyPack } from '../../domain/policy/pack';
import { itemsByClause } from '../../domain/policy/pack-by-clause';
import { isAskedByPlans } from '../../domain/policy/plan-inputs';
import { Clock } from '../../platform/clock/clock';
import { CoverageService } from './coverage.service';
import { type PackFacts, PackFactsService } from './pack-facts.service';
import { PolicyService } from './policy.service';

/** A pack as it stands for a place on a day. */
export interface PackSummary {
  readonly id: string;
  readonly region: PolicyPack['region'];
  readonly source: PackSource;
  readonly valid: PackValidity;
  readonly digest: string;
  readonly isInForce: boolean;
  /** Whether the place goes by it on that day. */
  readonly isUsed: boolean;
  readonly standing: PackStanding;
  /** Numbers the document leaves to the county, and nobody has filled. */
  readonly openNeeds: readonly Need[];
  /** Numbers it leaves to each village; `onDraft`: typed on the draft of a plan that asks for it. */
  readonly villageNeeds: readonly (Need & { readonly onDraft: boolean })[];
}

/** One line of a pack, without what only the reader of its file needs. */
export interface ToldLine {
  readonly part: string;
  readonly id: string;
  readonly says: string;
  readonly force: string | undefined;
  /** How far the program is with it; absent where nobody has said. */
  readonly standing: string | undefined;
}

/** A pack with its text beside its rules. */
export interface ToldPack extends PackSummary {
  readonly clauses: readonly {
    readonly at: string;
    readonly text: string;
    /** Its text was not seen. */
    readonly isParaphrase: boolean;
    readonly lines: readonly ToldLine[];
  }[];
  readonly numbers: readonly LocalNumber[];
}

/** Packs as programs read them. */
@Injectable()
export class PacksReadService {
  constructor(
    private readonly facts: PackFactsService,
    private readonly coverage: CoverageService,
    private readonly policy: PolicyService,
    private readonly clock: Clock,
  ) {}

  /** @param day today where none is named */
  async listSummaries(collectiveId: string, day: CalendarDay = this.clock.today()): Promise<PackSummary[]> {
    const { finding, packs } = await this.facts.stateOn(collectiveId, day);
    const used = 'found' in finding ? finding.found.pack.id : undefined;
    return packs.map((facts) => summaryOf(facts, used));
  }

  /** @throws DomainError `policy.unknownPack` */
  async tell(collectiveId: string, packId: string): Promise<ToldPack> {
    const today = this.clock.today();
    const { finding } = await this.facts.stateOn(collectiveId, today);
    const facts = await this.facts.packOn(collectiveId, packId, today);
    const { pack, numbers } = facts;
    return {
      ...summaryOf(facts, 'found' in finding ? finding.found.pack.id : undefined),
      numbers,
      clauses: itemsByClause(pack).map(({ clause: { at, text }, items }) => ({
        ...{ at, text, isParaphrase: pack.source.kind === 'second_hand' },
        lines: items.map(({ part, id, says, force, address }) => ({
          ...{ part, id, says, force },
          standing: this.coverage.standingOf(pack.id, address),
        })),
      })),
    };
  }

  /** @throws DomainError `policy.unknownPack` */
  requireBoth(left: string, right: string): readonly [PolicyPack, PolicyPack] {
    return [this.policy.requirePack(left).pack, this.policy.requirePack(right).pack];
  }
}

function summaryOf(facts: PackFacts, usedId: string | undefined): PackSummary {
  const { pack, digest, isInForce, standing, openNeeds } = facts;
  const { id, region, source, valid } = pack;
  const villageNeeds = pack.needs
    .filter(({ decidedBy }) => decidedBy === 'village')
    .map((need) => ({ ...need, onDraft: isAskedByPlans(pack, need.id) }));
  const told = { id, region, source, valid, digest, isInForce, standing, openNeeds, villageNeeds };
  return { ...told, isUsed: id === usedId };
}
