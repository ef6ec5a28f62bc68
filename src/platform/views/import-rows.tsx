import { fieldId } from './error-summary';
import { ScrollBox } from './table';

/** A cell of a table that somebody sends in, as it stands there. */
export interface ImportedCell {
  readonly text: string;
  /** Where a problem of it points to. */
  readonly field: string;
  /** A number stands right. */
  readonly isNumber: boolean;
  /** What is wrong with it, as a sentence. */
  readonly wrong?: string | undefined;
}

/** A row of such a table below its heading, and what becomes of it. */
export interface ImportedRow<Note extends string> {
  readonly row: number;
  readonly cells: readonly ImportedCell[];
  readonly note: Note;
}

/** The rows as they were read: every wrong cell says why, what is not taken is pale. */
export function ImportRows<Note extends string>(props: {
  readonly label: string;
  readonly heads: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly ImportedRow<Note>[];
  readonly words: Readonly<Record<Note, string>>;
}) {
  return (
    <ScrollBox label={props.label}>
      <table class="data import-rows">
        <caption class="read-aloud">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">行</th>
            {props.heads.map((head) => (
              <th scope="col" class={head.isNumber ? 'n' : undefined}>
                {head.label}
              </th>
            ))}
            <th scope="col">收不收</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr class={row.note === 'known' || row.note === 'passedOver' ? 'is-known' : undefined}>
              <th scope="row">{row.row}</th>
              {row.cells.map((cell) => (
                <Cell cell={cell} />
              ))}
              <td class="word narrow">{props.words[row.note]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Cell({ cell }: { readonly cell: ImportedCell }) {
  const { text, field, isNumber, wrong } = cell;
  return (
    <td
      id={wrong === undefined ? undefined : fieldId(field)}
      class={wrong !== undefined ? 'is-wrong' : isNumber ? 'n' : undefined}
    >
      {text === '' && wrong !== undefined ? '（空）' : text}
      {wrong !== undefined && <small class="field-wrong">{wrong}</small>}
    </td>
  );
}
