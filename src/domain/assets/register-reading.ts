import { type CalendarDay, isCalendarDay, readDayText } from '../calendar/calendar-day';
import { product, readQuantity } from '../money/charge';
import { readYuan, saysYuan } from '../money/fen';
import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { type AssetForm, FUND_LEVELS, type FundLevel, isShared, readAsset } from './asset';
import { ASSET_KINDS } from './asset-classes';
import {
  DISPOSED,
  firstDayProblems,
  type ParticularName,
  PARTICULARS,
  readParticulars,
} from './asset-particulars';
import {
  fundColumn,
  REGISTER_COLUMNS,
  type RegisterColumn,
  type RegisterFacts,
  type RegisterGroup,
  type RegisterItem,
  type RegisterRow,
  type RegisterWords,
} from './register-columns';

/** Words agree whatever the blanks, the width and a colon behind them. */
export function plainWord(text: string): string {
  return halfWidth(text).replace(/[\s:]/g, '');
}

/**
 * An amount as yuan: a column in units of ten thousand is brought to yuan, with every digit it has. A cell of
 * such a column that says yuan by itself says two units at once, and is read as neither.
 */
export function yuanTextOf(row: RegisterRow, column: RegisterColumn, inWan: RegisterFacts['inWan']): string {
  const text = row.value(column);
  if (!inWan.has(column)) return text;
  const quantity = readQuantity(text);
  if (quantity !== undefined) return product(quantity, '10000');
  return saysYuan(text) ? TWO_UNITS : text;
}

/** What no reader takes for an amount, in the place of one in two units. */
const TWO_UNITS = '?';

/** What is no amount is told in the unit in which its column is written. */
export function codeInUnit(code: string, column: RegisterColumn, inWan: RegisterFacts['inWan']): string {
  return code === 'money.notAnAmount' && inWan.has(column) ? 'register.notInWan' : code;
}

/** Longer than anybody writes into one cell of a register. */
const LONGEST = 200;
/** The columns in which a word stands for a code. */
type WordColumn = Exclude<keyof RegisterWords, 'totals'>;

/** An amount of a level, and the row in which it stands. */
interface PlacedFund {
  readonly row: RegisterRow;
  readonly level: FundLevel;
  readonly year: string;
  readonly amount: string;
}

/** One asset of a register on its way into the village's, gathering what is wrong with its cells. */
export class RegisterReading {
  readonly problems: Problem[] = [];
  private readonly first: RegisterRow;

  constructor(
    private readonly group: RegisterGroup,
    private readonly facts: RegisterFacts,
  ) {
    this.first = group.first;
  }

  /** The asset, or undefined where something of it cannot be read. */
  item(): RegisterItem | undefined {
    const funds = this.funds();
    const form = this.form(funds);
    this.refuseLongTexts();
    // A share table fits no row: such a station is entered on its page, and here it can only stand already.
    const standing = this.facts.standing.get(this.group.name)?.asset;
    if (isShared(ASSET_KINDS.find((kind) => kind === form.kind)) && standing === undefined) {
      this.refuse('register.jointStation', 'kind');
      return undefined;
    }
    const { keeper = '', ownShareKey = '' } = standing ?? {};
    const { today } = this.facts;
    const register = { today, namesTaken: [], mayFundsBeLate: this.mayYearsBeLate() };
    const read = readAsset({ ...form, keeper, ownShareKey }, register);
    for (const problem of read.problems) this.place(problem, funds);
    const known = this.known(read.asset.acquiredOn);
    if (this.problems.length > 0) return undefined;
    return { asset: read.asset, funds: read.funds, ...(known === undefined ? {} : { known }) };
  }

  /** What each level gave; nothing and zero are the same. */
  private funds(): PlacedFund[] {
    return this.group.rows.flatMap((row) =>
      FUND_LEVELS.flatMap((level) => {
        const amount = yuanTextOf(row, fundColumn(level), this.facts.inWan);
        const year = row.value('fundYear').trim();
        return amount === '' || readYuan(amount) === 0n ? [] : [{ row, level, year, amount }];
      }),
    );
  }

  /** The asset as a person would type it. */
  private form(funds: readonly PlacedFund[]): AssetForm {
    const assetClass = this.word('assetClass', 'operating');
    return {
      kind: this.word('kind', 'other'),
      assetClass,
      titleLevel: this.titleLevel(assetClass),
      name: this.group.name,
      cost: yuanTextOf(this.first, 'cost', this.facts.inWan),
      titleHolder: this.text('titleHolder'),
      acquiredOn: this.day('acquiredOn'),
      capacityKw: this.text('capacityKw'),
      meterMultiplier: this.text('meterMultiplier'),
      energyPrice: this.text('energyPrice'),
      subsidyPrice: this.text('subsidyPrice'),
      keeper: '',
      ownShareKey: '',
      funds: funds.map(({ level, year, amount }) => ({ level, year, amount })),
    };
  }

  /** Where nothing is said the title is the village's, and the household's of what was given to one. */
  private titleLevel(assetClass: string): string {
    if (this.text('titleLevel') !== '') return this.word('titleLevel', 'village');
    return assetClass === 'household' ? 'household' : 'village';
  }

  /**
   * Whether years may be after the acquisition: the remark says why, or it is an asset that stands, which is
   * held against its own record.
   */
  private mayYearsBeLate(): boolean {
    return this.text('remark') !== '' || this.facts.standing.has(this.group.name);
  }

  /** What is known of the asset, where anything is said; since it was acquired, where no day is said. */
  private known(acquiredOn: CalendarDay): RegisterItem['known'] {
    if (![...PARTICULARS, 'knownFrom' as const].some((column) => this.text(column) !== '')) return undefined;
    const { today } = this.facts;
    const standing = this.facts.standing.get(this.group.name)?.asset;
    const typed = (name: ParticularName): string => {
      if (name === 'condition') return this.word('condition', 'inUse');
      return name === 'acceptedOn' ? this.day(name) : this.text(name);
    };
    const entered = this.mayYearsBeLate() ? {} : { acquiredOn };
    const { particulars, problems } = readParticulars(typed, { today, ...entered });
    const hasLeft = standing?.leftOn !== undefined;
    if (particulars.condition === DISPOSED && !hasLeft) this.refuse('particulars.notDisposed', 'condition');
    const said = this.day('knownFrom');
    const validFrom = said === '' ? acquiredOn : said;
    if (said !== '' && readDay({ field: 'knownFrom', value: said }, problems) !== undefined) {
      // A day of acquisition that cannot be read is before none.
      const since = isCalendarDay(acquiredOn) ? acquiredOn : '';
      const first = firstDayProblems(validFrom, { today, acquiredOn: since });
      problems.push(...first.map((problem) => ({ ...problem, field: 'knownFrom' })));
    }
    for (const problem of problems) this.place(problem, []);
    return { ...particulars, validFrom };
  }

  private text(column: RegisterColumn): string {
    return this.first.value(column).trim();
  }

  /** A day in its usual form; what is none stays as it is and is refused where it is read. */
  private day(column: RegisterColumn): string {
    return readDayText(this.text(column)) ?? this.text(column);
  }

  /** The code a word stands for. @param otherwise stands for one that is missing or unknown, and refused */
  private word(column: WordColumn, otherwise: string): string {
    const words = this.facts.words[column];
    const text = this.text(column);
    const code = words.get(plainWord(text));
    // A sheet may have no column of it; then the cell that is named is a filled one.
    const missing = column === 'condition' ? 'register.noCondition' : 'form.missing';
    if (text === '') this.refuse(missing, column);
    else if (code === undefined) this.refuse('register.wordUnknown', column, { known: usualWords(words) });
    return code ?? otherwise;
  }

  private refuseLongTexts(): void {
    // A name has a bound of its own.
    for (const column of REGISTER_COLUMNS.filter((each) => each !== 'name')) {
      if ([...this.text(column)].length > LONGEST) this.refuse('form.tooLong', column, { max: LONGEST });
    }
  }

  /** Puts a problem of the asset to the cell it comes from. */
  private place({ code, field, facts }: Problem, funds: readonly PlacedFund[]): void {
    const [, number, part] = /^funds\.(\d+)\.(\w+)$/.exec(field) ?? [];
    const fund = number === undefined ? undefined : funds[Number(number)];
    if (fund !== undefined)
      this.refuseAt(fund.row, { code, column: part === 'year' ? 'fundYear' : fundColumn(fund.level), facts });
    else this.refuse(code, REGISTER_COLUMNS.find((column) => column === field) ?? 'cost', facts);
  }

  private refuse(code: string, column: RegisterColumn, facts?: Problem['facts']): void {
    this.refuseAt(this.first, { code, column, facts });
  }

  /** One thing is said of a cell: what was found first is what has to be put right first. */
  private refuseAt(
    row: RegisterRow,
    { code, column, facts }: { code: string; column: RegisterColumn; facts: Problem['facts'] | undefined },
  ): void {
    const field = row.cell(column);
    if (this.problems.some((problem) => problem.field === field)) return;
    const value = row.value(column);
    const shown = value === '' ? {} : { value };
    this.problems.push({
      code: codeInUnit(code, column, this.facts.inWan),
      field,
      ...shown,
      ...(facts === undefined ? {} : { facts }),
    });
  }
}

/** The usual word for each code; a register may use others, too. */
function usualWords(words: ReadonlyMap<string, string>): string[] {
  const codes = [...words.values()];
  return [...words.keys()].filter((_word, place) => codes.indexOf(codes[place] ?? '') === place);
}
