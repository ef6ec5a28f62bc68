import { townshipPath, withQuery } from './office-paths';

/** The addresses of a village's published sheets. */
export interface NoticePaths {
  /** What hangs, and what can be published now. */
  readonly all: string;
  /** The page of a sheet that is no plan's. */
  sheet(id: string): string;
  /** Where such a sheet is withdrawn. */
  withdrawal(id: string): string;
  /** Such a sheet before it is published. */
  readonly sample: string;
  /** Where it is entered that a sheet was put up. */
  displays(id: string): string;
  /** Where it is entered that it came down. */
  takedown(id: string, displayNumber: number): string;
  /** What was said of them. */
  readonly objections: string;
  objectionAct(id: string, act: 'answer' | 'phone'): string;
}

export function noticePaths(collectiveId: string): NoticePaths {
  const objections = `/villages/${collectiveId}/objections`;
  const notice = (id: string): string => `/villages/${collectiveId}/notices/${id}`;
  return {
    all: `/villages/${collectiveId}/notices`,
    sheet: notice,
    withdrawal: (id) => `${notice(id)}/withdrawal`,
    sample: `/villages/${collectiveId}/notices/sample.pdf`,
    displays: (id) => `${notice(id)}/displays`,
    takedown: (id, displayNumber) => `${notice(id)}/displays/${String(displayNumber)}/takedown`,
    objections,
    objectionAct: (id, act) => `${objections}/${id}/${act}`,
  };
}

/** The addresses of the sheets of all villages below an office, with what of them is asked for. */
export function printPaths(officeId: string): Readonly<Record<'page' | 'pdf' | 'zip', AskedPath>> {
  const at = `${townshipPath(officeId)}/sheets`;
  return {
    page: (asked = {}) => withQuery(at, asked),
    pdf: (asked = {}) => withQuery(`${at}.pdf`, asked),
    zip: (asked = {}) => withQuery(`${at}.zip`, asked),
  };
}

type AskedPath = (asked?: Readonly<Record<string, string | undefined>>) => string;
