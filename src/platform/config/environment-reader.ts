import type { Facts } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What to say about a wrong value; `silent` where the value is a secret and is not repeated. */
export interface WrongValue {
  readonly facts?: Facts;
  readonly silent?: boolean;
}

/** Reads variables one by one and gathers everything that is wrong with them, so that all is told at once. */
export class EnvironmentReader {
  readonly problems: Problem[] = [];

  constructor(private readonly env: Environment) {}

  /** The value without blanks around it; undefined when not given. */
  text(name: string): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }

  /** One of a list. Problem `config.notAllowed`. */
  choice<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    const found = allowed.find((each) => each === value);
    if (found === undefined) this.wrong(name, 'config.notAllowed', { facts: { allowed } });
    return found ?? otherwise;
  }

  /** A whole number between two bounds, both included. Problem `config.notANumber`. */
  whole(name: string, otherwise: number, [min, max]: readonly [number, number]): number {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.wrong(name, 'config.notANumber', { facts: { min, max } });
    return otherwise;
  }

  /** Notes that a variable must be given. @returns the empty text, so that reading goes on */
  missing(name: string): string {
    this.problems.push({ code: 'config.missing', field: name, facts: { name } });
    return '';
  }

  /** Notes that a value is wrong. @returns the empty text, so that reading goes on */
  wrong(name: string, code: string, { facts = {}, silent = false }: WrongValue = {}): string {
    const value = silent ? undefined : this.text(name);
    const told = value === undefined ? {} : { value };
    this.problems.push({ code, field: name, ...told, facts: { ...facts, ...told, name } });
    return '';
  }
}
