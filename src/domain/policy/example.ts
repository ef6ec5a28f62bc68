import type { CalendarDay } from '../calendar/calendar-day';
import { FileReader, type FileCodes, type Section } from '../shared/file-reader';
import type { LocalNumbers } from './pack';
import { type PlainFacts, type Subject, SUBJECT_NAMES } from './subjects';

/** What an example may be about beside the records a rule judges. */
export const EXAMPLE_KINDS = [...SUBJECT_NAMES, 'calendar', 'flow', 'sheet', 'word'] as const;
export type ExampleKind = Subject | 'calendar' | 'flow' | 'sheet' | 'word';

/** A record with what a pack has to say of it. */
export interface Example {
  /** Its place in the file, `examples.3`. */
  readonly at: string;
  readonly kind: ExampleKind;
  readonly facts: PlainFacts;
  readonly on: CalendarDay | undefined;
  readonly local: LocalNumbers;
  /** Where it was read differently from how others read the document, and why. */
  readonly note: string | undefined;
  /** What is said, by the address of who says it. */
  readonly expect: Readonly<Record<string, string>>;
}

export interface ExampleFile {
  readonly pack: string;
  readonly examples: readonly Example[];
}

const CODES: FileCodes = {
  unknownKey: 'policy.unknownKey',
  missingKey: 'policy.missingKey',
  wrongType: 'policy.wrongType',
  impossibleDate: 'policy.impossibleDate',
  notInList: 'policy.notInList',
};

/**
 * Reads the examples of a pack from their file, parsed to plain data in which every value is text.
 * @throws FormProblems with everything wrong in the file; fields are paths in it
 */
export function readExamples(raw: unknown): ExampleFile {
  const reader = new FileReader(CODES);
  const file = reader.open(raw, '');
  const read: ExampleFile = {
    pack: file.text('pack'),
    examples: file
      .list('examples')
      .map((example, index) => readExample(example, `examples.${String(index)}`)),
  };
  reader.finish();
  return read;
}

function readExample(example: Section, at: string): Example {
  const kind = example.oneOf('judge', ['plan', ...EXAMPLE_KINDS.slice(1)]);
  return {
    at,
    kind,
    facts: textsIn(example.optionalSection('facts')),
    on: example.optionalDay('on'),
    local: textsIn(example.optionalSection('local')),
    note: example.optionalText('note'),
    expect: textsIn(example.section('expect')),
  };
}

function textsIn(section: Section | undefined): Record<string, string> {
  return section === undefined ? {} : Object.fromEntries(section.texts());
}
