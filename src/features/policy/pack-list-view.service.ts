import { Injectable } from '@nestjs/common';
import {
  choiceText,
  PACK_STATE_WORDS,
  packOptionText,
  SOURCE_KIND_WORDS,
  validityText,
  wantingText,
} from '../../glossary/policy-register-texts';
import { printPaths } from '../../platform/http/notice-paths';
import { isOfTownship } from '../../platform/http/actor';
import { accountChoicePaths } from '../../platform/http/account-choice-paths';
import { Clock } from '../../platform/clock/clock';
import { filledForm, managesPolicyOf, OfficeDesk } from '../../platform/http/office-desk';
import { colourPaths, goalPaths, linkagePath, routePaths } from '../../platform/http/oversight-paths';
import { policyPaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import { type PackFacts, PackFactsService, type PolicyState } from './pack-facts.service';
import type { ChoiceOffer, PackListPageProps, PackRow } from './pack-list.pages';

/** The page of an office's packs. */
@Injectable()
export class PackListViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly facts: PackFactsService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /** @param refused the form of a choice as it came back */
  async pageOf(visit: PageVisit, officeId: string, refused?: FormState): Promise<PackListPageProps> {
    const today = this.clock.today();
    const state = await this.facts.stateOn(officeId, today);
    const { finding, packs } = state;
    const paths = policyPaths(officeId);
    const used = 'found' in finding ? finding.found.pack : undefined;
    const manages = managesPolicyOf(visit.actor, officeId);
    const frame = await this.desk.frameOf(visit, { collectiveId: officeId, section: 'packs' });
    return {
      frame,
      today: fullDayText(today),
      goesBy:
        used === undefined
          ? undefined
          : {
              title: widePunctuation(used.source.title),
              href: paths.pack(used.id),
              region: used.region.name,
            },
      choice: await this.choiceOf(state, manages ? paths.choices : undefined),
      rows: packs.map((each) => rowOf(each, { officeId, usedId: used?.id })),
      form: refused ?? filledForm({ from: today }),
      ...(triesPacks(visit, frame.above !== undefined)
        ? { dryRunHref: paths.dryRun(), routesHref: routePaths.list(officeId) }
        : {}),
      ...(manages
        ? {
            goalsHref: goalPaths.list(officeId),
            coloursHref: colourPaths.office(officeId),
            linkageHref: linkagePath(officeId),
            sheetsHref: printPaths(officeId).page(),
          }
        : {}),
      standardsHref: paths.standards(),
      accountsHref: accountChoicePaths.list(officeId),
      comparisonHref: paths.comparison(used === undefined ? {} : { left: used.id }),
    };
  }

  private async choiceOf(
    { finding, packs }: PolicyState,
    action: string | undefined,
  ): Promise<ChoiceOffer | undefined> {
    if (finding.kind !== 'several' && finding.kind !== 'chosen') return undefined;
    const among =
      finding.kind === 'several' ? finding.packs.map(({ pack }) => pack.id) : finding.choice.among;
    const options = packs
      .filter(({ pack }) => among.includes(pack.id))
      .map(({ pack }) => ({ value: pack.id, label: packOptionText(pack) }));
    if (finding.kind === 'several') return { options, action, made: undefined };
    const { by } = finding.choice;
    const names = await this.users.listDisplayNames();
    return { options, action, made: choiceText(names.get(by) ?? by, finding.choice) };
  }
}

/**
 * Whose past years a pack is tried on: a village's own, and those below an office for its officers. Who keeps
 * a joint station's books in an office has no village there.
 */
function triesPacks({ actor }: PageVisit, isVillage: boolean): boolean {
  return actor.roles.some(({ role }) =>
    isVillage
      ? role !== 'cashier' && role !== 'reporter'
      : isOfTownship(role) || role === 'county' || role === 'auditor',
  );
}

function rowOf(
  facts: PackFacts,
  about: { readonly officeId: string; readonly usedId: string | undefined },
): PackRow {
  const { pack, isInForce, standing, openNeeds } = facts;
  const { used, inForce, notNow } = PACK_STATE_WORDS;
  const wants = { isUnconfirmed: standing.kind === 'missing', open: openNeeds.length };
  return {
    title: widePunctuation(pack.source.title),
    href: policyPaths(about.officeId).pack(pack.id),
    region: pack.region.name,
    period: validityText(pack.valid),
    kind: SOURCE_KIND_WORDS[pack.source.kind],
    state: pack.id === about.usedId ? used : isInForce ? inForce : notNow,
    wanting: isInForce ? wantingText(wants) : '',
  };
}
