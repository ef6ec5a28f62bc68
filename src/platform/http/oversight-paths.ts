import { townshipPath, withQuery } from './office-paths';

/** The addresses of six indicators and three colours, of a village and of an office. */
export const colourPaths = {
  village: (collectiveId: string, quarter?: string): string =>
    withQuery(`/villages/${collectiveId}/colours`, { quarter }),
  asset: (at: { readonly collectiveId: string; readonly id: string }, quarter?: string): string =>
    withQuery(`/villages/${at.collectiveId}/colours/${at.id}`, { quarter }),
  office: (officeId: string, quarter?: string): string =>
    withQuery(`${townshipPath(officeId)}/colours`, { quarter }),
  workbook: (officeId: string, quarter?: string): string =>
    withQuery(`${townshipPath(officeId)}/colours.xlsx`, { quarter }),
};

/** The addresses of a document's goals and days, of an office. */
export const goalPaths = {
  list: (officeId: string, year?: string): string => withQuery(`/offices/${officeId}/goals`, { year }),
  goal: (officeId: string, line: string, year?: string): string =>
    withQuery(`/offices/${officeId}/goals/${line}`, { year }),
  due: (officeId: string, line: string): string => `/offices/${officeId}/due-days/${line}`,
};
