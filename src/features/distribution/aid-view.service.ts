import { Injectable } from '@nestjs/common';
import { yuanText } from '../../domain/money/fen';
import type { PolicyPack } from '../../domain/policy/pack';
import { OWN_KIND } from '../../domain/uses/aid-list';
import { kindsOf } from '../../domain/uses/aid-questions';
import type { AidTerms } from '../../domain/uses/aid-terms';
import { labelOf } from '../../glossary/terms';
import { aidWords } from '../../glossary/terms-aid';
import { workWords } from '../../glossary/terms-works';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { spanText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import type { GlyphState } from '../../platform/views/state-glyph';
import { AidService, type AidState } from '../uses/aid.service';
import type { AidPageProps } from './aid.pages';
import { AidListsService } from './aid-lists.service';
import { openOf } from './plan-read.service';

/** The page of all lists of rewards and subsidies. */
@Injectable()
export class AidViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly aid: AidService,
    private readonly lists: AidListsService,
  ) {}

  /** @param refused the form as it came back, in place of a fresh one */
  async pageOf(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<AidPageProps> {
    const paths = villagePaths(collectiveId);
    const lists = await this.aid.listLists(collectiveId);
    const claims = await this.lists.listClaims(collectiveId);
    const packs = claims.map(({ plan }) => plan.pack);
    const only = claims.length === 1 ? { claimId: claims[0]?.claim.id } : {};
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      rows: lists.map((list) => ({
        ...{ number: list.listNumber, href: paths.aidList(list.id), ground: widePunctuation(list.ground) },
        kind: kindText(packs, list.kind),
        ...{ people: list.lines.length, amount: list.amount, ...aidState(list.state) },
      })),
      claims: claims.map(({ plan, claim }) => ({
        value: claim.id,
        label: workWords.claim(
          widePunctuation(claim.forWhat),
          spanText(plan.periodFrom, plan.periodTo),
          yuanText(openOf(claim)),
        ),
      })),
      kinds: kindOptions(packs, (await this.aid.askedBeside(collectiveId)).terms),
      form: refused ?? filledForm({ ...only, aidKind: OWN_KIND }),
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.aid : undefined,
      ...{ plansHref: paths.plans, rosterHref: paths.members, stateAidHref: paths.stateAid },
    };
  }
}

/**
 * What a list may be: what the village's own rules set, then the kinds of the documents of its plans that no
 * government pays.
 */
function kindOptions(packs: readonly PolicyPack[], { paidByGovernment }: AidTerms): Option[] {
  const own = packs.flatMap(kindsOf).filter(({ id }) => !paidByGovernment.includes(id));
  const named = own.map(({ id, name }): [string, string] => [id, name]);
  return [[OWN_KIND, aidWords.own] as const, ...new Map(named)].map(([value, label]) => ({ value, label }));
}

/** A kind in the words of a document. */
export function kindText(packs: readonly PolicyPack[], kind: string): string {
  const word = packs.flatMap(kindsOf).find(({ id }) => id === kind);
  return word === undefined ? aidWords.own : widePunctuation(word.name);
}

const GLYPHS: Readonly<Record<AidState, GlyphState>> = {
  entered: 'doing',
  owed: 'done',
  takenBack: 'attention',
  withdrawn: 'locked',
};

/** The shape and word of where a list stands. */
export function aidState(state: AidState): { state: GlyphState; stateWord: string } {
  return { state: GLYPHS[state], stateWord: labelOf(`aidState.${state}`) };
}
