import { Injectable } from '@nestjs/common';
import { type EnterableNumber, enterableNumbers } from '../../domain/policy/pack-by-clause';
import { liesIn } from '../../domain/policy/regions';
import {
  documentGivesText,
  enterableText,
  numberText,
  paperText,
  withdrawnText,
} from '../../glossary/policy-register-texts';
import { Clock, localTime } from '../../platform/clock/clock';
import { filledForm, managesPolicyOf, OfficeDesk } from '../../platform/http/office-desk';
import { policyPaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { UsersService } from '../users/users.service';
import { type KeptStandard, LocalStandardsService } from './local-standards.service';
import { PackFactsService } from './pack-facts.service';
import type { StandardRow, StandardsPageProps } from './standards.pages';

/** Whose standards are looked at, which number is to be entered, which standard to be withdrawn. */
export interface StandardsAsked {
  readonly officeId: string;
  readonly number?: string | undefined;
  readonly withdraw?: string | undefined;
  readonly form?: FormState;
}

/** The page of the local standards of an office's regions. */
@Injectable()
export class StandardsViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly facts: PackFactsService,
    private readonly standards: LocalStandardsService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  async pageOf(visit: PageVisit, asked: StandardsAsked): Promise<StandardsPageProps> {
    const { officeId, number, withdraw, form } = asked;
    const { regionPath, packs } = await this.facts.stateOn(officeId, this.clock.today());
    const kept = await this.standards.listFor(officeId);
    const numbers = packs.flatMap(({ pack }) => enterableNumbers(pack));
    const names = await this.users.listDisplayNames();
    const paths = policyPaths(officeId);
    const manages = managesPolicyOf(visit.actor, officeId);
    const withdrawn = kept.find(({ id }) => id === withdraw);
    const [own = ''] = regionPath;
    const regions = await this.standards.listRegionNames();
    const rowOf = rowMaker({
      regions,
      numbers,
      names,
      officeId: manages ? officeId : undefined,
      own,
    });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId: officeId, section: 'packs' }),
      rows: [...kept].reverse().map(rowOf),
      numbers: optionsOf(numbers),
      regions: regionOptions(regions, own),
      form: form ?? filledForm({ region: own, numberId: number }),
      action: manages ? paths.standards() : undefined,
      withdrawing:
        withdrawn === undefined || !manages
          ? undefined
          : { says: rowOf(withdrawn).says, action: paths.withdrawal(withdrawn.id) },
      listHref: paths.packs,
      cancelHref: withdrawn === undefined ? paths.packs : paths.standards(),
    };
  }
}

/** The office's own region and those in it. */
function regionOptions(regions: ReadonlyMap<string, string>, own: string): Option[] {
  return [...regions]
    .filter(([code]) => liesIn(code, own))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([code, name]) => ({ value: code, label: `${name} ${code}` }));
}

/** The numbers, each once. */
function optionsOf(numbers: readonly EnterableNumber[]): Option[] {
  return numbers
    .filter(({ id }, index) => numbers.findIndex((each) => each.id === id) === index)
    .map((number) => ({ value: number.id, label: enterableText(number) }));
}

function rowMaker(about: {
  readonly numbers: readonly EnterableNumber[];
  readonly names: ReadonlyMap<string, string>;
  /** Absent for those who only look. */
  readonly officeId: string | undefined;
  readonly own: string;
  readonly regions: ReadonlyMap<string, string>;
}): (standard: KeptStandard) => StandardRow {
  const { numbers, names, officeId, own, regions } = about;
  const nameOf = (by: string): string => names.get(by) ?? by;
  return ({ id, numberId, value, region, from, paper, why, enteredBy, enteredAt, withdrawn }) => {
    const number = numbers.find((each) => each.id === numberId);
    const mayWithdraw = officeId !== undefined && withdrawn === undefined && liesIn(region, own);
    return {
      says: widePunctuation(number?.says ?? numberId),
      document: documentGivesText(number),
      value: number === undefined ? value : numberText(value, number.unit),
      region: regions.get(region) ?? region,
      from: fullDayText(from),
      paper: paperText(paper),
      why: widePunctuation(why),
      entered: `${nameOf(enteredBy)} ${localTime(enteredAt)}`,
      withdrawn:
        withdrawn === undefined
          ? undefined
          : withdrawnText(nameOf(withdrawn.by), withdrawn.at, withdrawn.reason),
      withdrawHref: mayWithdraw ? policyPaths(officeId).standards({ withdraw: id }) : undefined,
    };
  };
}
