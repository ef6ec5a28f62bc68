import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { map, type Observable } from 'rxjs';
import { plainYuan } from '../../domain/money/fen';
import type { Problem } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';

/**
 * An answer as JSON carries it: every amount in fen (a bigint) becomes yuan as text with two decimals,
 * `"1260.00"`, which no reader's floating point can change; what is absent is left out; everything else
 * stays. The one place where the API's amounts are printed.
 */
export function inYuan(value: unknown): unknown {
  if (typeof value === 'bigint') return plainYuan(value);
  if (Array.isArray(value)) return value.map(inYuan);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.filter(([, inner]) => inner !== undefined).map(([key, inner]) => [key, inYuan(inner)]),
  );
}

@Injectable()
class AmountsInYuan implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map(inYuan));
  }
}

/** Marks a controller of the API: described under its tag, opened by a bearer's token, amounts in yuan. */
export function ApiRoom(tag: string): ClassDecorator {
  return applyDecorators(ApiTags(tag), ApiBearerAuth(), UseInterceptors(AmountsInYuan));
}

/** A problem as the API tells it: its code, where it is, what was typed, and the sentence about it. */
export interface ToldProblem {
  readonly code: string;
  readonly field: string;
  readonly value: string | null;
  readonly sentence: string;
}

export function toldProblems(problems: readonly Problem[]): ToldProblem[] {
  return problems.map((problem) => {
    const { code, field, value = null } = problem;
    return { code, field, value, sentence: problemSentence(problem) };
  });
}
