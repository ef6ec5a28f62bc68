/**
 * What a refusal may carry for its sentence: plain facts, never prose. Fen travel as bigint and are printed
 * as yuan.
 */
export type Facts = Readonly<Record<string, string | number | bigint | readonly string[]>>;

/**
 * A rule says no. `code` is stable (`area.reason`) and has a sentence in the glossary; `facts` fill that
 * sentence. It knows neither prose nor HTTP: one filter turns it into a page or into JSON.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
