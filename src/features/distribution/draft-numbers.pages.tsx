import { Citation, type Clause } from '../../platform/views/citation';
import { FieldErrors, fieldId, type FormState } from '../../platform/views/error-summary';
import { Control } from '../../platform/views/field';
import { StateChip } from '../../platform/views/state-glyph';

/** A number a plan is judged by that the document leaves open. */
export interface DraftNumber {
  /** Field name: `decisions[<id>]`, where the village types it. */
  readonly id: string;
  /** What it is, in the words of the pack. */
  readonly label: string;
  /** 元, %, 户: what is typed. */
  readonly unit: string;
  readonly clause: Clause;
  /** As given, with its paper; undefined where the village types it. */
  readonly given?: { readonly value: string; readonly paper: string } | undefined;
  /** How the books come to it, line by line; none where they tell nothing of it. */
  readonly reckoning?: readonly string[];
  /** The county has to give it and has not. */
  readonly awaited?: boolean;
}

function Value({ form, number }: { readonly form: FormState; readonly number: DraftNumber }) {
  const { id, given, awaited, unit } = number;
  if (given !== undefined) {
    return (
      <>
        <b>{given.value}</b>
        <small>{given.paper}</small>
      </>
    );
  }
  if (awaited === true) return <span class="word">还没定：由县里定</span>;
  const name = `decisions[${id}]`;
  return (
    <>
      <Control form={form} name={name} kind="number" />
      <small>{unit}</small>
      <FieldErrors form={form} name={name} />
    </>
  );
}

/** The numbers the document leaves open: what the county gave, and what the village has to say. */
export function DraftNumbers(page: { readonly form: FormState; readonly numbers: readonly DraftNumber[] }) {
  if (page.numbers.length === 0) return null;
  return (
    <div class="open-numbers">
      <h2>
        文件没写死的数<span class="hint">不填也能存，用到它的规定就定不了；村里填的数随方案一起表决</span>
      </h2>
      <table>
        <caption class="read-aloud">文件没写死的数</caption>
        <tbody>
          {page.numbers.map((number) => (
            <tr>
              <th scope="row">
                <label for={fieldId(`decisions[${number.id}]`)}>{number.label}</label>
                <Citation clause={number.clause} />
              </th>
              <td class="open-number">
                <Value form={page.form} number={number} />
                <Reckoning lines={number.reckoning} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number a plan is judged by, as it stands with the plan. */
export interface HeldNumber {
  /** What it is, in the words of the pack. */
  readonly label: string;
  readonly clause: Clause;
  /** Undefined where nobody gave one: what uses it is undecided. */
  readonly value: string | undefined;
  /** Who gave it, since when, on which paper; or who has not. */
  readonly source: string;
  /** How the books come to it, line by line; none where they tell nothing of it. */
  readonly reckoning?: readonly string[];
}

function Reckoning({ lines = [] }: { readonly lines?: readonly string[] | undefined }) {
  return (
    <>
      {lines.map((line) => (
        <div>
          <small>{line}</small>
        </div>
      ))}
    </>
  );
}

/** The numbers a plan that is no longer typed was judged by, each with who gave it. */
export function HeldNumbers({ numbers }: { readonly numbers: readonly HeldNumber[] }) {
  if (numbers.length === 0) return null;
  return (
    <section class="open-numbers">
      <h2>
        文件没写死的数<span class="hint">这份方案就按这些数查</span>
      </h2>
      <table>
        <caption class="read-aloud">文件没写死的数</caption>
        <tbody>
          {numbers.map(({ label, clause, value, source, reckoning }) => (
            <tr>
              <th scope="row">
                {label}
                <Citation clause={clause} />
              </th>
              <td class="open-number">
                {value === undefined ? (
                  <StateChip state="undecided">{source}</StateChip>
                ) : (
                  <>
                    <b>{value}</b>
                    <small>{source}</small>
                  </>
                )}
                <Reckoning lines={reckoning} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
