import { Injectable } from '@nestjs/common';
import { confirmableUntil } from '../../domain/policy/confirmation';
import type { LocalNumber } from '../../domain/policy/local-standard';
import type { Need, PackValue } from '../../domain/policy/pack';
import { itemsByClause } from '../../domain/policy/pack-by-clause';
import type { PackItem } from '../../domain/policy/pack-items';
import { isAskedByMatters, isAskedByPlans } from '../../domain/policy/plan-inputs';
import { inputsOfItem, type RuleInputs } from '../../domain/policy/rule-inputs';
import {
  basisText,
  FORCE_SHORT,
  givenText,
  leftOpenText,
  localText,
  notFilledText,
  numberText,
  SOURCE_KIND_WORDS,
  sourceText,
  standingText,
  validityText,
  villageDecidesText,
} from '../../glossary/policy-register-texts';
import { STANDING_WORDS } from '../../glossary/policy-words';
import { DECIDER_WORDS, PART_WORDS } from '../../glossary/terms-policy';
import { filledForm, managesPolicyOf, OfficeDesk } from '../../platform/http/office-desk';
import { policyPaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { UsersService } from '../users/users.service';
import { Clock } from '../../platform/clock/clock';
import { CoverageService } from './coverage.service';
import { type PackFacts, PackFactsService } from './pack-facts.service';
import type { LineNumber, NeedRow, PackLine, PackPageProps } from './pack.pages';

/** The page of one pack: its text beside its rules, with the numbers of the place. */
@Injectable()
export class PackViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly facts: PackFactsService,
    private readonly coverage: CoverageService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /** @param refused the form of a confirmation as it came back */
  async pageOf(
    visit: PageVisit,
    at: { readonly officeId: string; readonly packId: string },
    refused?: FormState,
  ): Promise<PackPageProps> {
    const { officeId, packId } = at;
    const today = this.clock.today();
    const facts = await this.facts.packOn(officeId, packId, today);
    const { pack, standing } = facts;
    const paths = policyPaths(officeId);
    const manages = managesPolicyOf(visit.actor, officeId);
    const isParaphrase = pack.source.kind === 'second_hand';
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'packs' }),
      title: widePunctuation(pack.source.title),
      region: pack.region.name,
      source: sourceText(pack.source),
      period: validityText(pack.valid),
      basis: widePunctuation(pack.valid.basis),
      kind: SOURCE_KIND_WORDS[pack.source.kind],
      isParaphrase,
      digest: facts.digest.slice(0, 16),
      confirmation:
        standing.kind === 'notNeeded'
          ? undefined
          : {
              isMissing: standing.kind === 'missing',
              text: standingText(standing, await this.users.listDisplayNames()),
            },
      confirmAction: manages && standing.kind !== 'notNeeded' ? paths.confirmation(packId) : undefined,
      confirmableUntil: confirmableUntil(today),
      form: refused ?? filledForm({}),
      needs: pack.needs.map((need) => needRow(need, facts, manages ? officeId : undefined)),
      clauses: itemsByClause(pack).map(({ clause, items }) => ({
        at: widePunctuation(clause.at),
        text: widePunctuation(clause.text),
        lines: items.map((item) => this.lineOf(item, facts)),
      })),
      listHref: paths.packs,
      comparisonHref: paths.comparison({ left: packId }),
    };
  }

  private lineOf(item: PackItem, facts: PackFacts): PackLine {
    const { pack, numbers } = facts;
    const standing = this.coverage.standingOf(pack.id, item.address);
    const value = item.part === 'value' ? pack.values.find(({ id }) => id === item.id) : undefined;
    const notes = [
      ...(item.address === item.id ? [item.id] : []),
      ...(standing === undefined || standing === 'kept' ? [] : [STANDING_WORDS[standing] ?? '']),
    ];
    return {
      part: PART_WORDS[item.part] ?? item.part,
      says: value === undefined ? widePunctuation(item.says) : numberText(value.value, value.unit),
      force: item.force,
      forceWord: item.force === undefined ? '' : (FORCE_SHORT[item.force] ?? ''),
      numbers: numbersOf(inputsOf(facts, item), numbers),
      note: notes.join('　'),
    };
  }
}

/** A number that is left open is its own input. */
function inputsOf({ pack }: PackFacts, item: PackItem): Pick<RuleInputs, 'values' | 'needs'> {
  if (item.part === 'need') return { values: [], needs: pack.needs.filter(({ id }) => id === item.id) };
  return inputsOfItem(pack, item.address);
}

function numbersOf(
  { values, needs }: Pick<RuleInputs, 'values' | 'needs'>,
  numbers: readonly LocalNumber[],
): LineNumber[] {
  const localOf = ({ id, unit }: Need | PackValue, isGiven: boolean): string | undefined => {
    const local = numbers.find((number) => number.id === id);
    return local === undefined ? undefined : localText(local, { unit, isGiven });
  };
  return [
    ...values.map((value): LineNumber => {
      return { text: givenText(value), local: localOf(value, true), open: undefined };
    }),
    ...needs.map((need): LineNumber => {
      const local = localOf(need, false);
      return { text: leftOpenText(need), local, open: local === undefined ? notFilledText(need) : undefined };
    }),
  ];
}

function needRow(
  { id, says, unit, decidedBy }: Need,
  { numbers, pack }: PackFacts,
  officeId: string | undefined,
): NeedRow {
  const local = numbers.find((number) => number.id === id);
  return {
    says: widePunctuation(says),
    decidedBy: DECIDER_WORDS[decidedBy] ?? '',
    value: local === undefined ? undefined : numberText(local.value, unit),
    ownDecision:
      decidedBy === 'village'
        ? villageDecidesText({ onDraft: isAskedByPlans(pack, id), byMatters: isAskedByMatters(pack, id) })
        : undefined,
    paper: local === undefined ? undefined : basisText(local),
    href:
      officeId === undefined || decidedBy === 'village'
        ? undefined
        : policyPaths(officeId).standards({ number: id }),
  };
}
