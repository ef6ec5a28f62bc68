import type { TableDefinition } from '../../src/platform/database/migrations/table-definition';
import type { ProjectFile } from './project-files';

/** Tables whose rows are recomputed whole by a pass of the check, which is named. */
const UNDER_A_PASS: Readonly<Record<string, string>> = {
  ledger_entries: 'chain',
  ledger_lines: 'chain',
  collective_books: 'chain',
  ledger_turnovers: 'balances',
  month_balances: 'balances',
  month_seals: 'balances',
  ledger_months: 'months',
  refused_commands: 'refusals',
  refusal_ends: 'refusals',
  accepted_commands: 'accepted',
  accepted_ends: 'accepted',
  row_records: 'records',
  record_ends: 'records',
  stored_files: 'files',
};

/** Tables that nobody is held to, and why a change of a row by hand changes nothing that anybody is told. */
const WITHOUT_WEIGHT: Readonly<Record<string, string>> = {
  number_counters:
    'the next number of a sheet or an objection; a number stands with what bears it, under a key',
  idempotency_keys: 'says that a command was given before; what it did stands in its own rows',
  sessions: 'says who is at a screen now; who did a thing stands with the thing',
  second_factor_uses: 'says which codes are spent; who did a thing stands with the thing',
  slip_tries: 'says how long a place waits for its next code; whose slip was read is kept nowhere',
  objection_senders: 'says how much more one place may write today; what was said stands in its own row',
  log_in_tries: 'says how long a name waits for its next try; what somebody did stands with the thing',
  import_previews: 'a file that nobody has confirmed yet',
  kept_forms: 'what somebody is typing',
  what_ifs: 'a copy of a plan tried with other figures; none of it is decided or counted',
  kept_form_files: 'a paper chosen for what somebody is typing; once booked it is in kept_files',
  public_codes: 'a directory: a code opens the sheet that bears it and no other, and is entered anew',
  slip_codes: 'a directory: a digest leads to the advice that bears it and to no other, and is entered anew',
  asset_codes: 'a directory: a code opens the card that bears it and no other, and is entered anew',
};

/** Each table with what holds it: one of the three, or a cure. */
export function coverProblems(tables: readonly TableDefinition[], passes: readonly string[]): string[] {
  const names = tables.map(({ name }) => name);
  const named = [...Object.keys(UNDER_A_PASS), ...Object.keys(WITHOUT_WEIGHT)];
  return [
    ...tables.flatMap(({ name, recorded = false }) => {
      const held = [recorded !== false, name in UNDER_A_PASS, name in WITHOUT_WEIGHT].filter(Boolean).length;
      if (held === 1) return [];
      return held === 0
        ? [`${name}: put its rows on record, or name the pass that recomputes them`]
        : [`${name}: is held twice; one is enough`];
    }),
    ...named.filter((name) => !names.includes(name)).map((name) => `${name}: is no table`),
    ...Object.entries(UNDER_A_PASS).flatMap(([name, pass]) =>
      passes.includes(pass) ? [] : [`${name}: there is no pass ${pass}`],
    ),
  ];
}

/** The passes of the check by the names under which they tell what they found. */
export function passesOf(files: readonly ProjectFile[]): string[] {
  const says = /new Findings\('(\w+)'\)|override readonly pass = '(\w+)'/g;
  return files
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ text }) => [...text.matchAll(says)].map(([, one, other]) => one ?? other ?? ''));
}

/** Columns of rows on record of which nobody has said whether an auditor reads them. */
export function audienceProblems(
  files: readonly ProjectFile[],
  tables: readonly TableDefinition[],
  audienceOf: (table: string, column: string) => string | undefined,
): string[] {
  const gained = /\{ table: '(\w+)', column: '(\w+) /g;
  const added = files
    .filter(({ path }) => /^src\/platform\/database\/migrations\//.test(path))
    .flatMap(({ text }) =>
      [...text.matchAll(gained)].map(([, table = '', column = '']) => ({ table, column })),
    );
  return tables
    .filter(({ recorded = false }) => recorded !== false)
    .flatMap(({ name, columns }) => [
      ...[...columns.matchAll(/(\w+) \w+\??\s*(?:,|$)/g)].map(([, column = '']) => ({ table: name, column })),
      ...added.filter(({ table }) => table === name),
    ])
    .filter(({ table, column }) => audienceOf(table, column) === undefined)
    .map(({ table, column }) => `${table}.${column}: open or personal? Name it in audit-columns.ts`);
}
