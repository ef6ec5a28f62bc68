import { ACCOUNT_KINDS, type AccountKind } from '../collectives/pay-account';
import { FileReader, type FileCodes, type Section } from '../shared/file-reader';
import {
  LINE_FIELDS,
  type LineField,
  LIST_FIELDS,
  type ListField,
  type PayFileLayout,
  type PayFilePlace,
} from './pay-file-layout';
import type { PayResultWords } from './pay-results';
import { RETURN_KINDS } from './read-outcomes';

/** A layout has no dates, so none can be impossible. */
const CODES: FileCodes = {
  unknownKey: 'payLayout.unknownKey',
  missingKey: 'payLayout.missingKey',
  wrongType: 'payLayout.wrongType',
  impossibleDate: 'payLayout.wrongType',
  notInList: 'payLayout.notInList',
};

const FORMS = ['xlsx', 'csv', 'fixed'] as const;
const UNITS = ['yuan', 'fen'] as const;
const DAYS = ['YMD'] as const;
const SIDES = ['left', 'right'] as const;
const PADS = [' ', '0'] as const;
type Form = (typeof FORMS)[number];

/**
 * Reads how a bank wants its lists from a file that a county may have written, already parsed to plain data:
 * a slip of the pen would write payments without accounts or amounts.
 * @throws FormProblems `payLayout.*` with everything wrong in the file; fields are paths in it
 */
export function readPayFileLayout(raw: unknown): PayFileLayout {
  const reader = new FileReader(CODES);
  const layout = reader.open(raw, '');
  const file = layout.section('file');
  const form = file.oneOf('form', FORMS);
  const given = { reader, form };
  const read: PayFileLayout = {
    id: layout.matching('id', 'id', (text) => /^[a-z][a-z0-9-]*$/.test(text)),
    name: layout.text('name'),
    confirmed: layout.flag('confirmed'),
    takes: takenKinds(layout, reader),
    file: {
      form,
      encoding: file.oneOf('encoding', ['utf8', 'gb18030']),
      name: file.matching('name', 'fileName', (text) => /^[^/\\\p{Cc}]+\.(xlsx|csv|txt)$/u.test(text)),
      ...whereGiven('most_lines', file.optionalCount('most_lines')),
    },
    lines: layout.list('lines').map((place) => readPlace(place, LINE_FIELDS, { ...given, isTitled: true })),
    ...sumsOf(layout, 'head', given),
    ...sumsOf(layout, 'foot', given),
  };
  for (const needed of ['account', 'amount'])
    if (!read.lines.some(({ of }) => of === needed))
      reader.refuse({ code: 'payLayout.noPlaceFor', field: 'lines', facts: { of: needed } });
  reader.finish();
  return read;
}

interface Given {
  readonly reader: FileReader;
  readonly form: Form;
}

function takenKinds(layout: Section, reader: FileReader): AccountKind[] {
  const takes = layout.lines('takes');
  const known = takes.flatMap((take) => ACCOUNT_KINDS.filter((kind) => kind === take));
  if (known.length === 0 || known.length < takes.length) {
    const facts = { allowed: ACCOUNT_KINDS };
    reader.refuse({ code: CODES.notInList, field: layout.path('takes'), facts });
  }
  return known;
}

/** What stands above or below the lines, where anything does. */
function sumsOf(
  layout: Section,
  key: 'head' | 'foot',
  given: Given,
): Partial<Record<'head' | 'foot', PayFilePlace<ListField>[]>> {
  if (!layout.isGiven(key)) return {};
  const isTitled = false;
  return { [key]: layout.list(key).map((place) => readPlace(place, LIST_FIELDS, { ...given, isTitled })) };
}

/**
 * A place: a field of the list or words of its own. What says how a field is written stands beside that field
 * alone; in a fixed file every place has its width, and a name to be refused by.
 */
function readPlace<Field extends LineField | ListField>(
  place: Section,
  fields: readonly [Field, ...Field[]],
  { reader, form, isTitled }: Given & { readonly isTitled: boolean },
): PayFilePlace<Field> {
  const isFixed = form === 'fixed';
  if (place.isGiven('of') === place.isGiven('text'))
    reader.refuse({ code: 'payLayout.fieldOrText', field: place.path('of') });
  const of = place.isGiven('of') ? place.oneOf('of', fields) : undefined;
  const text = place.isGiven('text') ? place.matching('text', 'text', () => true) : undefined;
  const needsTitle = isFixed ? text === undefined : isTitled;
  const title = needsTitle ? place.text('title') : place.optionalText('title');
  const isAmount = of === 'amount' || of === 'total';
  return {
    ...whereGiven('title', title),
    ...whereGiven('of', of),
    ...whereGiven('text', text),
    ...whereGiven('unit', isAmount && place.isGiven('unit') ? place.oneOf('unit', UNITS) : undefined),
    ...whereGiven('day', of === 'day' && place.isGiven('day') ? place.oneOf('day', DAYS) : undefined),
    ...whereGiven('digits', of === 'accountsTotal' ? place.optionalCount('digits') : undefined),
    ...whereGiven('words', of === 'kind' ? kindWords(place) : undefined),
    ...(isFixed ? widthOf(place) : {}),
  };
}

function kindWords(place: Section): Record<AccountKind, string> | undefined {
  const words = place.optionalSection('words');
  return words && { card: words.text('card'), passbook: words.text('passbook') };
}

function widthOf(place: Section): Pick<PayFilePlace, 'width' | 'align' | 'pad'> {
  return {
    width: place.count('width'),
    ...whereGiven('align', place.isGiven('align') ? place.oneOf('align', SIDES) : undefined),
    ...whereGiven('pad', place.isGiven('pad') ? place.oneOf('pad', PADS) : undefined),
  };
}

/** A key that is left out where nothing is said. */
function whereGiven<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  const given: Partial<Record<Key, Value>> = {};
  if (value !== undefined) given[key] = value;
  return given;
}

/**
 * Reads the words by which banks say what became of a list, already parsed to plain data.
 * @throws FormProblems as {@link readPayFileLayout}
 */
export function readPayResultWords(raw: unknown): PayResultWords {
  const reader = new FileReader(CODES);
  const file = reader.open(raw, '');
  const columns = file.section('columns');
  const kinds = file.section('kinds');
  const words = (section: Section, key: string): string[] => {
    const read = section.lines(key);
    if (read.length === 0 || read.some((word) => word.trim() === ''))
      reader.refuse({ code: CODES.missingKey, field: section.path(key), facts: { key } });
    return read;
  };
  const read: PayResultWords = {
    columns: {
      account: words(columns, 'account'),
      payee: words(columns, 'payee'),
      amount: words(columns, 'amount'),
      result: words(columns, 'result'),
      number: words(columns, 'number'),
      reason: words(columns, 'reason'),
      memo: words(columns, 'memo'),
    },
    paid: words(file, 'paid'),
    returned: words(file, 'returned'),
    kinds: Object.fromEntries(
      RETURN_KINDS.filter((kind) => kinds.isGiven(kind)).map((kind) => [kind, words(kinds, kind)]),
    ),
    totals: words(file, 'totals'),
    footers: words(file, 'footers'),
  };
  reader.finish();
  return read;
}
