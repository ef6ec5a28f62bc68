import { type PathQuery, withQuery } from '../../platform/http/office-paths';

/** The addresses of a bank account's pages. */
export interface BankPaths {
  readonly accounts: string;
  readonly importing: string;
  /** What was imported, and how it is withdrawn. */
  readonly statements: string;
  readonly correction: string;
  readonly closing: string;
  readonly resuming: string;
  readonly striking: string;
  readonly matching: string;
  readonly accept: string;
  readonly undo: string;
  readonly reconciliation: string;
  /** A file taken in, to look at before it is taken over. */
  preview(keptId: string): string;
  withdrawal(statementId: string): string;
  line(lineId: string): string;
  /** The reconciliation of a day, as a page or as a file. */
  reconciliationOn(on: string, as?: 'xlsx' | 'pdf'): string;
}

/** The addresses below `/villages/<id>/bank`. */
export function bankPaths(collectiveId: string, accountId: string): BankPaths {
  const accounts = `/villages/${collectiveId}/bank`;
  const home = `${accounts}/${accountId}`;
  const on = (path: string, query: PathQuery): string => withQuery(path, query);
  return {
    accounts,
    importing: `${home}/import`,
    statements: `${home}/statements`,
    correction: `${home}/correct`,
    closing: `${home}/close`,
    resuming: `${home}/resume`,
    striking: `${home}/strike`,
    matching: `${home}/matching`,
    accept: `${home}/matching/accept`,
    undo: `${home}/matching/undo`,
    reconciliation: `${home}/reconciliation`,
    preview: (keptId) => `${home}/import/${keptId}`,
    withdrawal: (statementId) => `${home}/statements/${statementId}/withdraw`,
    line: (lineId) => `${home}/lines/${lineId}`,
    reconciliationOn: (day, as) =>
      on(as === undefined ? `${home}/reconciliation` : `${home}/reconciliation.${as}`, { on: day }),
  };
}
