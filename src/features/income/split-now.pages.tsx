import { type Fen, sumFen, yuanText } from '../../domain/money/fen';
import { fieldLabel } from '../../glossary/terms';
import { PostForm } from '../../platform/views/csrf-field';
import { fullDayText, yearMonthText } from '../../platform/views/day-text';
import { ErrorSummary, type FormState } from '../../platform/views/error-summary';
import { Field, FormButtons } from '../../platform/views/field';

/** What of a slip was too little to be split, or what it took along of earlier ones. */
export interface SlipNoteRow {
  readonly kind: 'waited' | 'tookAlong';
  readonly stream: 'energyFee' | 'subsidy';
  readonly amount: Fen;
  readonly month: string | undefined;
  /** Where what waited was split by itself. */
  readonly splitNow?: { readonly on: string; readonly href: string } | undefined;
}

/** The page is of no slip, but of what of one was split by itself. */
export interface SplitAloneOf {
  readonly on: string;
  readonly reason: string;
  /** The slip that waited. */
  readonly slipHref: string;
}

/** Splitting what of a slip waits by itself. Field names: splitOn, reason. */
export interface SplitNowSectionProps {
  readonly form: FormState;
  readonly action: string;
  readonly amount: Fen;
}

/** Why the parts do not add up to the slip alone. */
export function SlipNotes({ notes }: { readonly notes: readonly SlipNoteRow[] }) {
  return (
    <>
      {notes.map((note) => (
        <p>
          {noteText(note)}
          {note.splitNow !== undefined && <a href={note.splitNow.href}>看怎么分的</a>}
        </p>
      ))}
    </>
  );
}

function noteText({ kind, stream, amount, month, splitNow }: SlipNoteRow): string {
  const what = stream === 'subsidy' ? '补贴' : '电费';
  const money = `${yuanText(amount)} 元`;
  const of = month === undefined ? '' : yearMonthText(month);
  if (kind === 'tookAlong') return `${what}里含${of}太少没有分的 ${money}，和这个月的一起分。`;
  const why = `这张结算单的${what} ${money}太少，不够每家分一分钱，`;
  if (splitNow !== undefined) return `${why}${fullDayText(splitNow.on)}已经单独分了。`;
  return month === undefined
    ? `${why}留着和下一张结算单一起分；分了以后才记它到账。`
    : `${why}已经和${of}的结算单一起分了。`;
}

/** What was split by itself, why, and of which slip. */
export function SplitAloneFacts({
  alone,
  parts,
}: {
  readonly alone: SplitAloneOf;
  readonly parts: readonly { readonly energyFee: Fen; readonly subsidy: Fen }[];
}) {
  const amount = sumFen(parts.map(({ energyFee, subsidy }) => energyFee + subsidy));
  return (
    <>
      <dt>分的钱</dt>
      <dd>
        {`${yuanText(amount)} 元，`}
        <a href={alone.slipHref}>原来的结算单</a>
      </dd>
      <dt>日子、理由</dt>
      <dd>{`${fullDayText(alone.on)}　${alone.reason}`}</dd>
    </>
  );
}

/** Offered where something waits: usually the next slip takes it along. */
export function SplitNowSection({ form, action, amount }: SplitNowSectionProps) {
  return (
    <section>
      <h2>不等下一张，现在就分</h2>
      <p class="small">
        {`没分的一共 ${yuanText(amount)} 元。一般不用管它，下一张结算单会连它一起分；以后不会再来结算单的，才在这里单独分。`}
        一分钱一分钱地分：按累计数，差得最多的先得，有的村会分不到。
      </p>
      <ErrorSummary form={form} />
      <PostForm action={action} entry>
        <Field form={form} name="splitOn" label={fieldLabel('splitOn')} kind="day" />
        <Field
          form={form}
          name="reason"
          label={fieldLabel('reason')}
          kind="text"
          hint="记在这里，以后查得到"
        />
        <FormButtons submit="单独分" />
      </PostForm>
    </section>
  );
}
