/** The addresses of a village's published sheets. */
export interface NoticePaths {
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
    displays: (id) => `${notice(id)}/displays`,
    takedown: (id, displayNumber) => `${notice(id)}/displays/${String(displayNumber)}/takedown`,
    objections,
    objectionAct: (id, act) => `${objections}/${id}/${act}`,
  };
}
