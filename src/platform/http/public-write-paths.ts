/**
 * What anybody may post without a log-in. No token is asked, as there is no session to be misused; how often
 * it may be posted from one address has a limit of its own.
 */
export const PUBLIC_WRITE_PATHS: ReadonlySet<string> = new Set(['/n/:code/objections']);
