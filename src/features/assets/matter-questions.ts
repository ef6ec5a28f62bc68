import { type Answer, readQuestion } from '../../domain/assets/matter-facts';
import { answerShape, NONE_OF_THESE } from '../../domain/assets/matter-words';
import type { PolicyPack } from '../../domain/policy/pack';
import { answerText, NONE_WORDS, questionText } from '../../glossary/matter-words';
import { UNIT_WORDS } from '../../glossary/terms-policy';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import type { Option } from '../../platform/views/field';
import type { QuestionRow } from '../../platform/views/question-field';

/** A question that is put to the office, with what waits for it. */
export interface OpenQuestion {
  readonly question: string;
  /** Lines that wait for the answer, in words. */
  readonly lines: readonly string[];
  readonly last?: Answer | undefined;
  readonly base?: string;
}

/** A question as it is drawn: its words, what may be answered, what was answered last. */
export function questionRow(pack: PolicyPack, asked: OpenQuestion): QuestionRow {
  const { question, lines, last, base } = asked;
  const shape = answerShape(pack, question);
  const unit = shape?.unit === undefined ? undefined : UNIT_WORDS[shape.unit];
  return {
    question,
    label: questionText(question),
    hint: widePunctuation(lines.join('; ')),
    ...kindAndOptions(shape),
    ...(unit === undefined || unit === '' ? {} : { unit }),
    ...(last === undefined ? {} : { last: `${last.fromOn} ${valueText(pack, question, last.value)}` }),
    ...(base === undefined ? {} : { base }),
  };
}

function kindAndOptions(shape: ReturnType<typeof answerShape>): Pick<QuestionRow, 'kind' | 'options'> {
  const words: Option[] = (shape?.words ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const withNone = [...words, { value: NONE_OF_THESE, label: NONE_WORDS.ofThese }];
  switch (shape?.kind) {
    case 'flag':
      return { kind: 'choice', options: ['yes', 'no'].map((value) => ({ value, label: flagText(value) })) };
    case 'word':
      return { kind: 'choice', options: withNone };
    case 'words':
      return { kind: 'several', options: withNone };
    case 'day':
      return { kind: 'day', options: [] };
    case 'amount':
    case 'count':
    case 'need':
      return { kind: 'number', options: [] };
    case 'text':
    case undefined:
      return { kind: 'text', options: [] };
  }
}

function flagText(value: string): string {
  return answerText(value, { kind: 'flag', words: new Map() });
}

/** A value of a question in the document's words. */
export function valueText(pack: PolicyPack, question: string, value: string): string {
  const shape = answerShape(pack, question);
  const words = new Map(
    pack.lists.flatMap(({ of }) => of.map(({ id, name }): [string, string] => [id, name])),
  );
  const unit = shape?.unit;
  return answerText(value, { kind: shape?.kind ?? 'text', words, ...(unit === undefined ? {} : { unit }) });
}

/** Whether a question asks for a reason why a line is not followed. */
export function asksReason(question: string): boolean {
  return readQuestion(question).area === 'reason';
}
