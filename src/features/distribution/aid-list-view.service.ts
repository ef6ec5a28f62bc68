import { Injectable } from '@nestjs/common';
import { sumFen, yuanText } from '../../domain/money/fen';
import { noteField } from '../../domain/uses/aid-notes';
import type { AidDeadline } from '../../domain/uses/aid-deadlines';
import type { AidQuestion } from '../../domain/uses/aid-questions';
import { problemSentence } from '../../glossary/sentences';
import { answerText } from '../../glossary/matter-words';
import { labelOf } from '../../glossary/terms';
import { aidWords } from '../../glossary/terms-aid';
import { FACT_WORDS } from '../../glossary/terms-policy';
import { Clock } from '../../platform/clock/clock';
import { filledForm, keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { FormState } from '../../platform/views/error-summary';
import { AidService, type ToldAidList } from '../uses/aid.service';
import { AidListsService, type AskedList } from './aid-lists.service';
import type { AidListPageProps, AidNoteField } from './aid-list.pages';
import { AidTellingService } from './aid-telling.service';
import { aidState, kindText } from './aid-view.service';
import { listCheckViews } from './plan-check.view';

/** The page of one list. */
@Injectable()
export class AidListViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly aid: AidService,
    private readonly lists: AidListsService,
    private readonly told: AidTellingService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `aid.unknown` */
  async pageOf(
    visit: PageVisit,
    { collectiveId, listId }: { readonly collectiveId: string; readonly listId: string },
    refused?: FormState,
  ): Promise<AidListPageProps> {
    const paths = villagePaths(collectiveId);
    const asked = await this.lists.askedOf(collectiveId, listId);
    const { list, plan, questions } = asked;
    const here = paths.aidList(listId);
    const isWaiting = list.state === 'entered' || list.state === 'takenBack';
    const isOwn = list.enteredBy === visit.actor.userId;
    const keeps = keepsBooksOf(visit.actor, collectiveId) && isWaiting;
    const noted = Object.fromEntries([...list.notes].map(([key, value]) => [noteField(key), value]));
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'plans' }),
      ...{ number: list.listNumber, amount: list.amount, aidHref: paths.aid },
      kind: kindText([plan.pack], list.kind),
      ground: widePunctuation(list.ground),
      basis: widePunctuation(list.basis),
      ...aidState(list.state),
      rows: await this.rowsOf(collectiveId, list),
      sentences: [...sentencesOf(list), ...(await this.told.historyOf(collectiveId, list))],
      checks: list.state === 'withdrawn' ? [] : viewsOf(asked),
      notes: questions.map(noteFieldOf),
      form: refused ?? filledForm({ ...noted, aidOn: this.clock.today() }),
      voucher: await this.told.voucherOf(collectiveId, list),
      places: await this.told.placesOf(collectiveId, list),
      barred: isWaiting && isOwn ? problemSentence({ code: 'aid.ownList', field: '' }) : undefined,
      noteAction: keeps && questions.length > 0 ? `${here}/notes` : undefined,
      noteOff: keeps ? noteOffOf(asked, `${here}/note-withdrawals`) : undefined,
      acceptAction: isWaiting && !isOwn ? `${here}/accept` : undefined,
      withdrawAction: keeps ? `${here}/withdraw` : undefined,
    };
  }

  private async rowsOf(collectiveId: string, { lines }: ToldAidList): Promise<AidListPageProps['rows']> {
    const people = await this.aid.listRecipients(collectiveId, this.clock.today());
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
}

/** What is left of a sum that is shared out, and why everybody gets the same. */
function sentencesOf({ pot, amount, lines, equalReason }: ToldAidList): string[] {
  const given = sumFen(lines.map((line) => line.amount));
  return [
    ...(pot === undefined ? [] : [aidWords.pot(yuanText(pot), yuanText(given), yuanText(pot - amount))]),
    ...(equalReason === '' ? [] : [aidWords.equal(widePunctuation(equalReason))]),
  ];
}

/** What the document says of the list as it stands, in words. */
function viewsOf({ plan, found, list, deadlines }: AskedList) {
  const checks = found.map((judgement) => ({
    ...{ key: judgement.ruleId, judgement, reason: list.acceptedReason },
    about: { kind: 'plan' as const, id: '' },
  }));
  return listCheckViews(plan.pack, checks).map((view, index) => {
    const deadline = deadlines.find(({ flowId }) => `flow:${flowId}` === found[index]?.ruleId);
    if (deadline === undefined) return view;
    return { ...view, detail: deadlineText(deadline, found[index]?.outcome, view.detail) };
  });
}

/** When a time ends, and what else is said of it. */
function deadlineText(
  { from, count, last }: AidDeadline,
  outcome: string | undefined,
  detail: string | undefined,
): string {
  if (last === undefined && outcome === 'undecided') return aidWords.deadlineUnknown(from, count);
  const end = last === undefined ? '' : aidWords.deadline(from, count, last);
  return outcome === 'failed' ? `${end}${detail ?? ''}` : end;
}

/** What stands of what is asked, to be taken off; undefined where nothing does. */
function noteOffOf({ list, questions }: AskedList, action: string): AidListPageProps['noteOff'] {
  const noted = questions
    .filter(({ key }) => list.notes.has(key))
    .map((question) => ({ value: question.key, label: noteFieldOf(question).label }));
  return noted.length === 0 ? undefined : { action, noted };
}

/** How a question of a document is asked. */
export function noteFieldOf({ key, topic, word, phrase, kind, words }: AidQuestion): AidNoteField {
  const flags = ['yes', 'no'].map((value) => {
    return { value, label: answerText(value, { kind: 'flag', words: new Map() }) };
  });
  const named = words.map(({ id, name }) => ({ value: id, label: widePunctuation(name) }));
  return {
    name: noteField(key),
    topic: labelOf(`aidTopic.${topic}`),
    label: topic === 'answer' ? (FACT_WORDS[word] ?? word) : widePunctuation(phrase),
    kind: kind === 'day' || kind === 'number' ? kind : 'choice',
    options: kind === 'flag' ? flags : named,
  };
}
