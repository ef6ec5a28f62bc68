import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import type { Chart } from '../../domain/ledger/chart';
import {
  balanceSheetProblems,
  incomeStatementProblems,
  type StatementLayout,
  type StatementPart,
  type StatementRow,
  type StatementSource,
} from '../../domain/ledger/statement-layout';
import { refuseProblems } from '../../domain/shared/problem';
import { SEEDS_FOLDER } from '../../platform/files/seeds-folder';

/** The statements that are laid out by a file. */
export type StatementKind = 'balance-sheet' | 'income-statement';

interface LayoutFile {
  readonly confirmed: boolean;
  readonly left: readonly RowLine[];
  readonly right?: readonly RowLine[];
}

interface RowLine {
  readonly line?: number;
  readonly name: string;
  readonly accounts?: readonly string[];
  readonly debit_of?: readonly string[];
  readonly credit_of?: readonly string[];
  readonly less?: true;
  readonly headline?: true;
  readonly total_of?: readonly number[];
  readonly source?: 'brought' | 'transferred_in' | 'distributed';
  readonly to?: readonly string[];
}

/** Files as they ship with the program; `npm run check:seeds` holds them against their schemas. */
const readLayoutFile: (text: string) => LayoutFile = parse;
const readAgeingFile: (text: string) => AgeingFile = parse;

/** The accounts that are aged, by chart, and the last day of each age but the oldest. */
interface AgeingFile {
  readonly accounts: Readonly<Record<string, readonly string[]>>;
  readonly limits: readonly number[];
}

/** The layouts of statements and the ages of money owed, from their seed files. */
@Injectable()
export class StatementLayoutsService {
  constructor(@Inject(SEEDS_FOLDER) private readonly seedsFolder: string) {}

  /** The layout of a statement under a chart; one that misses an account is refused. */
  requireLayout(kind: StatementKind, chart: Chart): StatementLayout {
    const path = join(this.seedsFolder, 'statements', chart.version, `${kind}.yaml`);
    const file = readLayoutFile(readFileSync(path, 'utf8'));
    const layout = {
      confirmed: file.confirmed,
      left: file.left.map(rowOf),
      right: (file.right ?? []).map(rowOf),
    };
    const problems = kind === 'balance-sheet' ? balanceSheetProblems : incomeStatementProblems;
    refuseProblems(problems(layout, chart));
    return layout;
  }

  /** The accounts of a chart that are aged, and the last day of each age but the oldest. */
  agesOf(chart: Chart): { readonly accounts: readonly string[]; readonly limits: readonly number[] } {
    const path = join(this.seedsFolder, 'statements', 'ageing.yaml');
    const { accounts, limits } = readAgeingFile(readFileSync(path, 'utf8'));
    return { accounts: accounts[chart.version] ?? [], limits };
  }
}

function rowOf(line: RowLine): StatementRow {
  const parts = (accounts: readonly string[] = [], part: StatementPart['part']): StatementPart[] =>
    accounts.map((account) => ({ account, part }));
  return {
    line: line.line,
    name: line.name,
    parts: [
      ...parts(line.accounts, 'whole'),
      ...parts(line.debit_of, 'debit'),
      ...parts(line.credit_of, 'credit'),
    ],
    less: line.less === true,
    isHeadline: isHeadline(line),
    totalOf: line.total_of ?? [],
    source: line.source === undefined ? undefined : SOURCES[line.source],
    to: line.to ?? [],
  };
}

/** A heading, a sum of other rows, or what the file says is one. */
function isHeadline({ line, total_of: totalOf, headline }: RowLine): boolean {
  return line === undefined || totalOf !== undefined || headline === true;
}

const SOURCES = {
  brought: 'brought',
  transferred_in: 'transferredIn',
  distributed: 'distributed',
} as const satisfies Record<NonNullable<RowLine['source']>, StatementSource>;
