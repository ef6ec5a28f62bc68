import { capitalFigures } from '../../domain/money/capital-figures';
import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import { FORM_WIDTH, type FormPaper, type FormPart, type FormRow } from '../../platform/papers/paper-form';
import { type PaperShape, paperTemplate } from '../../platform/papers/paper-template';
import { fullDayText } from '../../platform/views/day-text';
import type { AssetPageProps } from './assets.pages';

const WORDINGS = {
  title: '',
  unit: 'collective!',
  day: 'day!',
  'facts.name': '',
  'facts.cost': '',
  'facts.lost': '',
  'facts.net': '',
  'facts.left': '',
  'said.money': 'yuan! capitals!',
  'said.elsewhere': '',
  'said.left': 'day! how!',
  'headings.facts': '',
  'headings.funds': '',
  'totals.funds': '',
  missing: 'fields!',
  'signatures.keeper': '',
  'signatures.accountant': '',
  'signatures.leader': '',
  'signatures.counted': '',
  'footnotes.from': 'day!',
  page: 'page! pages!',
} as const;

/** What the card of an asset says that is filed and signed. */
export const ASSET_CARD: PaperShape<keyof typeof WORDINGS> = {
  ...{ paper: 'asset-card', wordings: WORDINGS, takesNotes: true },
  ...{ columns: ['level', 'year', 'amount'], room: FORM_WIDTH },
};

/** An asset as its page shows it, and as the books have it on a day. */
export interface CardedAsset {
  readonly collective: string;
  readonly day: string;
  readonly page: Pick<
    AssetPageProps,
    'name' | 'kind' | 'facts' | 'cost' | 'left' | 'titledElsewhere' | 'funds' | 'particulars'
  >;
  /** Undefined of what does not depreciate in these books. */
  readonly books: { readonly cost: Fen; readonly accumulated: Fen } | undefined;
}

/** The card of one asset: what it is, whose money built it, what it is worth, who answers for it. */
export function assetCardPaper({ collective, day, page, books }: CardedAsset): FormPaper {
  const { say, columns, signatures, notes } = paperTemplate(ASSET_CARD);
  const { facts, missing } = page.particulars;
  const fact = (label: string, text: string): FormPart => ({ kind: 'fact', label, text });
  const known = [...page.facts, ...facts].filter(({ text }) => text !== '');
  return {
    title: say('title'),
    ...{ left: say('unit', { collective }), right: say('day', { day: fullDayText(day) }) },
    parts: [
      fact(say('facts.name'), `${page.name}　${page.kind}`),
      ...leftFact(page.left),
      ...moneyFacts(page, books),
      { kind: 'heading', text: say('headings.facts') },
      ...known.map(({ label, text }) => fact(label, text)),
      ...(missing.length === 0
        ? []
        : [{ kind: 'line', text: say('missing', { fields: missing.join('、') }) } as const]),
      ...(page.funds.length === 0 ? [] : [{ kind: 'heading', text: say('headings.funds') } as const]),
      ...(page.funds.length === 0 ? [] : [{ kind: 'table', columns, rows: fundRows(page.funds) } as const]),
    ],
    signatures,
    footnotes: [say('footnotes.from', { day: fullDayText(day) }), ...notes],
  };
}

function leftFact(left: AssetPageProps['left']): FormPart[] {
  if (left === undefined) return [];
  const { say } = paperTemplate(ASSET_CARD);
  const text = say('said.left', { day: fullDayText(left.on), how: left.how });
  return [{ kind: 'fact', label: say('facts.left'), text }];
}

function moneyFacts({ cost, titledElsewhere }: CardedAsset['page'], books: CardedAsset['books']): FormPart[] {
  const { say } = paperTemplate(ASSET_CARD);
  if (titledElsewhere) return [{ kind: 'fact', label: say('facts.cost'), text: say('said.elsewhere') }];
  const money = (fen: Fen): string =>
    say('said.money', { yuan: yuanText(fen), capitals: capitalFigures(fen) });
  const whole: FormPart = { kind: 'fact', label: say('facts.cost'), text: money(cost) };
  if (books === undefined) return [whole];
  const { cost: booked, accumulated } = books;
  return [
    whole,
    { kind: 'fact', label: say('facts.lost'), text: money(accumulated) },
    { kind: 'fact', label: say('facts.net'), text: money(booked - accumulated) },
  ];
}

function fundRows(funds: AssetPageProps['funds']): FormRow[] {
  const { say } = paperTemplate(ASSET_CARD);
  const amountOf = (fen: Fen) => ({ text: yuanText(fen), isAmount: true });
  return [
    ...funds.map(({ level, year, amount }) => ({
      cells: { level: { text: level }, year: { text: String(year) }, amount: amountOf(amount) },
    })),
    {
      cells: {
        level: { text: say('totals.funds') },
        amount: amountOf(sumFen(funds.map(({ amount }) => amount))),
      },
      isTotal: true,
    },
  ];
}
