import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { sumFen, yuanText } from '../../domain/money/fen';
import type { Word } from '../../domain/policy/pack';
import { noteField } from '../../domain/uses/aid-notes';
import { STATE_LEVELS, stateFundsOf, UNNAMED } from '../../domain/uses/state-aid';
import { labelOf } from '../../glossary/terms';
import { aidWords } from '../../glossary/terms-aid';
import { stateAidWords } from '../../glossary/terms-state-aid';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { UsersService } from '../users/users.service';
import { AidService } from '../uses/aid.service';
import { StateAidService, type ToldStateAid } from '../uses/state-aid.service';
import { noteFieldOf } from './aid-list-view.service';
import { checkViews } from './plan-check.view';
import type { StateAidListPageProps, StateAidPageProps, StateAidRow } from './state-aid.pages';

/** The pages of what governments paid to people of a village. */
@Injectable()
export class StateAidViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly aid: AidService,
    private readonly stateAid: StateAidService,
    private readonly users: UsersService,
    private readonly clock: Clock,
  ) {}

  /** @param refused the form as it came back, in place of a fresh one */
  async pageOf(visit: PageVisit, collectiveId: string, refused?: FormState): Promise<StateAidPageProps> {
    const paths = villagePaths(collectiveId);
    const lists = await this.aid.listStateAid(collectiveId);
    const today = this.clock.today();
    const form = refused ?? filledForm({ statePaidOn: today, stateFund: UNNAMED, aidKind: UNNAMED });
    const { statePaidOn = today, aidKind = UNNAMED } = form.values;
    const { pack, questions, kinds } = await this.stateAid.askedOn(collectiveId, statePaidOn, aidKind);
    const own = lists.filter(
      ({ withdrawn, paidOn }) => withdrawn === undefined && yearOf(paidOn) === yearOf(today),
    );
    const rows: StateAidRow[] = [];
    for (const list of lists) rows.push(await this.rowOf(collectiveId, list));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      year: yearOf(today),
      ofYear: sumFen(own.map(({ amount }) => amount)),
      people: new Set(own.flatMap(({ lines }) => lines.map(({ memberId }) => memberId))).size,
      rows,
      levels: STATE_LEVELS.map((value) => ({ value, label: labelOf(`fundLevel.${value}`) })),
      funds: optionsOf(stateFundsOf(pack)),
      kinds: optionsOf(kinds),
      // Asked once the kind is known: the form comes back with what the document wants of it.
      notes: refused === undefined ? [] : questions.map(noteFieldOf),
      form,
      action: keepsBooksOf(visit.actor, collectiveId) ? paths.stateAid : undefined,
      ...{ aidHref: paths.aid, rosterHref: paths.members },
    };
  }

  /** @throws DomainError `stateAid.unknown` */
  async listPageOf(
    visit: PageVisit,
    { collectiveId, listId }: { readonly collectiveId: string; readonly listId: string },
    refused?: FormState,
  ): Promise<StateAidListPageProps> {
    const paths = villagePaths(collectiveId);
    const told = await this.stateAid.requireStateAid(collectiveId, listId);
    const { pack, questions } = await this.stateAid.askedOn(collectiveId, told.paidOn, told.kind);
    const isKept = told.withdrawn === undefined;
    const found = isKept ? await this.stateAid.judgementsOf(collectiveId, told) : [];
    const checks = found.map((judgement) => ({
      // It was paid: what the document says against it is shown beside the reason and stops nothing.
      ...{ key: judgement.ruleId, judgement: { ...judgement, force: 'target' as const }, reason: '' },
      about: { kind: 'plan' as const, id: '' },
    }));
    const fields = questions.map(noteFieldOf);
    const noted = [...told.notes].flatMap(([key, value]) => {
      const field = fields.find(({ name }) => name === noteField(key));
      const label = field?.options.find((option) => option.value === value)?.label ?? value;
      return field === undefined ? [] : [{ label: field.label, value: label }];
    });
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      ...(await this.rowOf(collectiveId, told)),
      source: stateAidWords.of(
        labelOf(`fundLevel.${told.level}`),
        wordText(stateFundsOf(pack), told.fund),
        widePunctuation(told.paper),
      ),
      lines: await this.linesOf(collectiveId, told),
      ...{ noted, sentences: await this.sentencesOf(told) },
      checks: pack === undefined ? [] : checkViews(pack, checks, () => undefined),
      form: refused ?? filledForm({}),
      stateAidHref: paths.stateAid,
      withdrawAction:
        isKept && keepsBooksOf(visit.actor, collectiveId)
          ? `${paths.stateAidList(listId)}/withdraw`
          : undefined,
    };
  }

  private async rowOf(collectiveId: string, told: ToldStateAid): Promise<StateAidRow> {
    const { kinds } = await this.stateAid.askedOn(collectiveId, told.paidOn, told.kind);
    const isKept = told.withdrawn === undefined;
    return {
      ...{ number: told.listNumber, href: villagePaths(collectiveId).stateAidList(told.id) },
      ...{ paidOn: told.paidOn, people: told.lines.length, amount: told.amount },
      kind: wordText(kinds, told.kind),
      ground: widePunctuation(told.ground),
      state: isKept ? 'done' : 'locked',
      stateWord: isKept ? stateAidWords.counts : stateAidWords.withdrawn,
    };
  }

  private async linesOf(
    collectiveId: string,
    { lines, paidOn }: ToldStateAid,
  ): Promise<StateAidListPageProps['lines']> {
    const people = await this.aid.listRecipients(collectiveId, paidOn);
    return lines.map(({ memberId, standard, times, amount, status }) => {
      const person = people.find((each) => each.memberId === memberId);
      return {
        ...{ number: person?.memberNumber ?? 0, name: person?.name ?? '', status: status ?? '' },
        href: villagePaths(collectiveId).member(memberId),
        reckoning: aidWords.reckoning(yuanText(standard), times, yuanText(amount)),
        amount,
      };
    });
  }

  private async sentencesOf(told: ToldStateAid): Promise<string[]> {
    const nameOf = await this.users.listDisplayNames();
    const { reason, twiceReason, withdrawn, withdrawnBy = '' } = told;
    return [
      stateAidWords.enteredBy(nameOf.get(told.enteredBy) ?? ''),
      ...(reason === '' ? [] : [stateAidWords.reason(widePunctuation(reason))]),
      ...(twiceReason === '' ? [] : [stateAidWords.twice(widePunctuation(twiceReason))]),
      ...(withdrawn === undefined
        ? []
        : [stateAidWords.takenBack(widePunctuation(withdrawn), nameOf.get(withdrawnBy) ?? '')]),
    ];
  }
}

/** The words of the document, then what it has no word for. */
function optionsOf(words: readonly Word[]): Option[] {
  const named = words.map(({ id, name }) => ({ value: id, label: widePunctuation(name) }));
  return [{ value: UNNAMED, label: stateAidWords.unnamed }, ...named];
}

function wordText(words: readonly Word[], id: string): string {
  const word = words.find((each) => each.id === id);
  return word === undefined ? stateAidWords.unnamed : widePunctuation(word.name);
}
