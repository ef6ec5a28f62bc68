import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { type Problem, refuseProblems } from './problem';

/** The codes under which a kind of file names what is wrong with its form. */
export interface FileCodes {
  readonly unknownKey: string;
  readonly missingKey: string;
  readonly wrongType: string;
  readonly impossibleDate: string;
  readonly notInList: string;
}

/**
 * Reads a file kept by people (already parsed to plain data) and gathers everything wrong with it. While
 * reading goes on, a placeholder stands for what could not be read; {@link finish} then refuses the file,
 * so no placeholder ever leaves here. Fields are paths in the file: `pools.pv.buckets.0.cite`.
 */
export class FileReader {
  private readonly problems: Problem[] = [];
  private readonly sections: Section[] = [];

  constructor(readonly codes: FileCodes) {}

  /** Opens a mapping of the file; anything else counts as an empty one and is a problem. */
  open(raw: unknown, field: string): Section {
    const isMapping = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
    if (!isMapping) this.refuse({ code: this.codes.wrongType, field, facts: { expected: 'mapping' } });
    return this.begin(field, isMapping ? new Map<string, unknown>(Object.entries(raw)) : undefined);
  }

  /**
   * Stands for a mapping; one that is not there (undefined) was refused already, and nothing in it is
   * missed again.
   */
  begin(field: string, values: ReadonlyMap<string, unknown> | undefined): Section {
    const section = new Section(this, field, values);
    this.sections.push(section);
    return section;
  }

  /** Notes a problem and lets reading go on. */
  refuse(problem: Problem): void {
    this.problems.push(problem);
  }

  /** @throws FormProblems with everything found, keys that nobody asked for included */
  finish(): void {
    for (const section of this.sections) section.refuseUnknownKeys();
    refuseProblems(this.problems);
  }
}

/** One mapping of a file. A key it was never asked for is an unknown key. */
export class Section {
  private readonly asked = new Set<string>();

  constructor(
    private readonly reader: FileReader,
    private readonly field: string,
    private readonly values: ReadonlyMap<string, unknown> | undefined,
  ) {}

  /** The path of one of its keys, for a problem. */
  path(key: string): string {
    return [this.field, key].filter((part) => part !== '').join('.');
  }

  /** Whether a key that may be left out is there and not null. */
  isGiven(key: string): boolean {
    this.asked.add(key);
    const value = this.values?.get(key);
    return value !== undefined && value !== null;
  }

  /** A text with at least one visible character and no control characters. */
  text(key: string): string {
    return this.matching(key, 'text', (text) => text.trim() === text && /^[^\p{Cc}]+$/u.test(text));
  }

  /** A text, or undefined where the key is absent or null. */
  optionalText(key: string): string | undefined {
    return this.isGiven(key) ? this.text(key) : undefined;
  }

  /** A code or id: lower-case letters, digits, `_` and `.`. */
  id(key: string): string {
    return this.matching(key, 'id', (text) => /^[a-z][a-z0-9_.]*$/.test(text));
  }

  /** A plain decimal kept as text, so that no digit is lost. */
  decimal(key: string): string {
    return this.matching(key, 'decimal', (text) => /^\d+(\.\d+)?$/.test(text));
  }

  /** Text of the form asked for; `expected` names that form to the reader. */
  matching(key: string, expected: string, fits: (text: string) => boolean): string {
    const value = this.value(key);
    if (typeof value === 'string' && fits(value)) return value;
    if (value !== undefined) this.refuseType(key, expected);
    return '';
  }

  day(key: string): CalendarDay {
    const text = this.text(key);
    if (text !== '' && !isCalendarDay(text)) {
      this.reader.refuse({ code: this.reader.codes.impossibleDate, field: this.path(key), value: text });
    }
    return text;
  }

  /** A day, or undefined where the file says null; the key itself has to be there. */
  dayOrNull(key: string): CalendarDay | undefined {
    this.asked.add(key);
    return this.values?.get(key) === null ? undefined : this.day(key);
  }

  /** A day, or undefined where the key is absent or null. */
  optionalDay(key: string): CalendarDay | undefined {
    return this.isGiven(key) ? this.day(key) : undefined;
  }

  /** A whole number of at least one. */
  count(key: string): number {
    const value = this.value(key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
    if (value !== undefined) this.refuseType(key, 'count');
    return 1;
  }

  optionalCount(key: string): number | undefined {
    return this.isGiven(key) ? this.count(key) : undefined;
  }

  flag(key: string): boolean {
    const value = this.value(key);
    if (typeof value !== 'boolean' && value !== undefined) this.refuseType(key, 'yesOrNo');
    return value === true;
  }

  oneOf<T extends string>(key: string, allowed: readonly [T, ...T[]]): T {
    const value = this.value(key);
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined && value !== undefined) {
      this.reader.refuse({ code: this.reader.codes.notInList, field: this.path(key), facts: { allowed } });
    }
    return found ?? allowed[0];
  }

  section(key: string): Section {
    const value = this.value(key);
    return value === undefined
      ? this.reader.begin(this.path(key), undefined)
      : this.reader.open(value, this.path(key));
  }

  /** The mappings under a key whose own keys are free, by key. */
  sections(key: string): [string, Section][] {
    const mapping = this.section(key);
    return [...(mapping.values?.keys() ?? [])].map((name) => [name, mapping.section(name)]);
  }

  /** Every key of a mapping whose keys are free, with its text, which may be empty. */
  texts(): [string, string][] {
    return [...(this.values ?? [])].map(([key, value]) => {
      this.asked.add(key);
      if (typeof value !== 'string') this.refuseType(key, 'text');
      return [key, typeof value === 'string' ? value : ''];
    });
  }

  optionalSection(key: string): Section | undefined {
    return this.isGiven(key) ? this.section(key) : undefined;
  }

  /** A list of mappings. */
  list(key: string): Section[] {
    const value = this.value(key);
    if (value === undefined) return [];
    if (Array.isArray(value))
      return value.map((raw, index) => this.reader.open(raw, `${this.path(key)}.${index}`));
    this.refuseType(key, 'list');
    return [];
  }

  /** A list of mappings that may be left out. */
  optionalList(key: string): Section[] {
    return this.isGiven(key) ? this.list(key) : [];
  }

  /** One line of text or a list of them; none where the key is absent. */
  lines(key: string): string[] {
    if (!this.isGiven(key)) return [];
    const value = this.value(key);
    const lines: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!lines.every((line) => typeof line === 'string')) this.refuseType(key, 'lines');
    return lines.filter((line) => typeof line === 'string');
  }

  /** One line of text, or a list of lines and mappings mixed; none where the key is absent. */
  entries(key: string): (string | Section)[] {
    if (!this.isGiven(key)) return [];
    const value = this.value(key);
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
    return entries.map((entry, index) =>
      typeof entry === 'string' ? entry : this.reader.open(entry, `${this.path(key)}.${index}`),
    );
  }

  /** Whether there is at least one entry under a key. */
  hasEntries(key: string): boolean {
    const value = this.values?.get(key);
    return this.isGiven(key) && !(Array.isArray(value) && value.length === 0);
  }

  /** Called once by the reader at the end. */
  refuseUnknownKeys(): void {
    const known = [...this.asked].sort();
    for (const key of this.values?.keys() ?? []) {
      const problem = { code: this.reader.codes.unknownKey, field: this.path(key), facts: { key, known } };
      if (!this.asked.has(key)) this.reader.refuse(problem);
    }
  }

  private value(key: string): unknown {
    this.asked.add(key);
    const value = this.values?.get(key);
    const problem = { code: this.reader.codes.missingKey, field: this.path(key), facts: { key } };
    if (value === undefined && this.values !== undefined) this.reader.refuse(problem);
    return value;
  }

  private refuseType(key: string, expected: string): void {
    const value = this.values?.get(key);
    const isShown = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const shown = isShown ? { value: String(value) } : {};
    this.reader.refuse({
      code: this.reader.codes.wrongType,
      field: this.path(key),
      ...shown,
      facts: { expected },
    });
  }
}
