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
