import type { Problem } from '../domain/shared/problem';
import { problemSentence } from './sentences';
import { labelOf } from './terms';

/**
 * What is wrong with a table of slips, by its row: the field a sentence speaks of is called as the grid's
 * sheet heads its column.
 */
export function slipTableSentence(problem: Problem): string {
  const [, row, part = ''] = /^row\.(\d+)\.(\w+)$/.exec(problem.field) ?? [];
  if (row === undefined) return problemSentence(problem);
  const called = problem.facts?.['called'];
  const field = typeof called === 'string' ? called : (FIELD_OF[part] ?? part);
  return `第 ${row} 行${labelOf(`slipPart.${part}`)}：${problemSentence({ ...problem, field })}`;
}

/** Columns that are fields of the slip's form have its names; the others have none of their own. */
const FIELD_OF: Readonly<Record<string, string>> = {
  subsidyEnergy: 'energy',
  paid: 'amount',
  net: 'amount',
  tax: 'taxAmount',
  gross: 'amount',
  multiplier: 'meterMultiplier',
};
