/** One use under one version of the chart. */
export interface UseAt {
  readonly chart: string;
  readonly use: string;
}

/** The addresses of the accounts that a county chooses, of an office or a village. */
export const accountChoicePaths = {
  list: (collectiveId: string): string => `/offices/${collectiveId}/account-choices`,
  use: (collectiveId: string, { chart, use }: UseAt): string =>
    `/offices/${collectiveId}/account-choices/${chart}/${use}`,
};
