import { yuanText } from '../../domain/money/fen';
import { slipPageWords } from '../../glossary/slip-page-words';
import { FORM_WIDTH, type FormPaper, type FormPart, type FormRow } from '../../platform/papers/paper-form';
import { type PaperShape, paperTemplate } from '../../platform/papers/paper-template';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { fullDayText } from '../../platform/views/day-text';
import type { ReadSlip } from './public-slips.service';
import type { SlipPartStory, SlipRule } from './slip-money.service';

const WORDINGS = {
  title: '',
  unit: 'village!',
  payee: 'household! name!',
  list: 'list!',
  total: 'yuan! capitals!',
  part: 'what! yuan!',
  'taken-back': 'yuan!',
  'facts.state': '',
  'facts.plan': '',
  'facts.rule': '',
  'facts.reckoning': '',
  'said.plan': 'plan!',
  'said.decided': 'plan! day!',
  'said.rule': 'document! place! use!',
  'said.quote': 'text!',
  'said.sense': 'text!',
  'said.correcting': '',
  'signatures.household': '',
  'signatures.accountant': '',
  'facts.asks': '',
  'footnotes.own': '',
  page: 'page! pages!',
} as const;

/** What the slip of a household says. */
export const HOUSEHOLD_SLIP: PaperShape<keyof typeof WORDINGS> = {
  ...{ paper: 'household-slip', wordings: WORDINGS, takesNotes: true },
  ...{ columns: ['source', 'came', 'amount'], room: FORM_WIDTH },
};

/** Whose slip it is: the household, and the name as the wall shows it. */
export interface SlipPayee {
  readonly household: number;
  readonly name: string;
}

/** From the station to the fen in one household's hand, for whoever has no telephone to read it with. */
export function householdSlip(payee: SlipPayee, slip: ReadSlip): FormPaper {
  const { say, signatures, notes } = paperTemplate(HOUSEHOLD_SLIP);
  const contacts = slip.contacts.map(({ body, phone }) => `${body} ${phone}`).join('；');
  const total = { yuan: yuanText(slip.amount), capitals: slip.capital };
  return {
    title: say('title'),
    ...{ left: say('unit', { village: slip.village }), right: say('payee', { ...payee }) },
    parts: [
      { kind: 'line', text: say('list', { list: slip.list }) },
      { kind: 'line', text: say('total', total), isStrong: true },
      ...slip.parts.flatMap(partOf),
      ...(contacts === '' ? [] : [{ kind: 'fact', label: say('facts.asks'), text: contacts } as const]),
    ],
    signatures,
    footnotes: [say('footnotes.own'), ...notes],
  };
}

function partOf({ amount, story, state }: ReadSlip['parts'][number]): FormPart[] {
  const { say } = paperTemplate(HOUSEHOLD_SLIP);
  const yuan = yuanText(amount);
  const what = story === undefined ? '' : `${story.what},${slipPageWords.when(story.when)}`;
  const stateFact: FormPart = { kind: 'fact', label: say('facts.state'), text: state };
  if (story === undefined) return [{ kind: 'heading', text: say('taken-back', { yuan }) }, stateFact];
  const reckoned = story.reckonings.flatMap(({ text, rounded }) => [
    widePunctuation(text),
    ...(rounded === undefined ? [] : [slipPageWords.rounded(rounded)]),
  ]);
  return [
    { kind: 'heading', text: say('part', { what, yuan }) },
    stateFact,
    ...sourcesOf(story),
    ...(story.rule === undefined ? [] : ruleFacts(story.rule)),
    { kind: 'fact', label: say('facts.reckoning'), text: reckoned.join('；') },
  ];
}

function sourcesOf({ sources }: SlipPartStory): FormPart[] {
  const { say, columns } = paperTemplate(HOUSEHOLD_SLIP);
  if (sources.length === 0) return [{ kind: 'line', text: say('said.correcting') }];
  const rows = sources.map((source): FormRow => {
    const { cameOn, isOpening, amount } = source;
    return {
      cells: {
        source: { text: widePunctuation(slipPageWords.source(source)) },
        came: { text: cameOn === undefined || isOpening ? '' : fullDayText(cameOn) },
        amount: { text: yuanText(amount), isAmount: true },
      },
    };
  });
  return [{ kind: 'table', columns, rows }];
}

/** By which plan and clause, the clause in its own words. */
function ruleFacts({ plan, decidedOn, document, place, use, quote, paraphrased }: SlipRule): FormPart[] {
  const { say } = paperTemplate(HOUSEHOLD_SLIP);
  const decided =
    decidedOn === undefined
      ? say('said.plan', { plan })
      : say('said.decided', { plan, day: fullDayText(decidedOn) });
  const clause = say(paraphrased ? 'said.sense' : 'said.quote', { text: widePunctuation(quote) });
  const rule = say('said.rule', { document, place, use });
  return [
    { kind: 'fact', label: say('facts.plan'), text: decided },
    { kind: 'fact', label: say('facts.rule'), text: `${rule}。${clause}` },
  ];
}
