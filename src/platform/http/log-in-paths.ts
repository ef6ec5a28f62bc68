/** The two doors of a log-in: a page's form, and the API. */
export const LOG_IN_PATHS: ReadonlySet<string> = new Set(['/login', '/api/sessions']);
