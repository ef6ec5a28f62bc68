import { RouteConfig } from '@nestjs/platform-fastify';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../domain/shared/domain-error';
import { FormProblems } from '../../domain/shared/problem';
import { type ReadFile, readKeptFile } from '../files/read-kept-file';
import type { TableSource } from '../spreadsheets/read-table';
import { refusedFile, TABLE_LIMITS } from '../spreadsheets/table';
import { readFormBody } from './form-body';

/** A file as it was sent: its bytes, and the name it had, which says nothing about what it is. */
export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The file a form carried, where one was chosen. */
    upload?: Upload | undefined;
  }
  interface FastifyContextConfig {
    /** Whether the route takes forms with a file. */
    takesUpload?: boolean;
  }
}

const PASTED_BYTES = 2 * 1024 * 1024;

/** A form carries one file, a pasted table at most, and a few short fields. */
export const UPLOAD_LIMITS = {
  files: 1,
  fileSize: TABLE_LIMITS.bytes,
  fields: 100,
  fieldSize: PASTED_BYTES,
  fieldNameSize: 100,
  headerPairs: 50,
} as const;

/** Marks a route that takes a form with a file; any other refuses one unread. */
export function TakesUpload(): MethodDecorator {
  return RouteConfig({ takesUpload: true });
}

/** What a table is to be read from: the file chosen, or the rows pasted. */
export interface GivenTable {
  readonly source: TableSource;
  readonly fileName: string;
}

/** @throws FormProblems `file.none`, `file.both` */
export function givenTable(upload: Upload | undefined, pasted: string | undefined): GivenTable {
  const text = pasted ?? '';
  if (upload !== undefined && text !== '') throw refusedFile('file.both');
  if (upload !== undefined) return { source: { bytes: upload.bytes }, fileName: upload.name };
  if (text === '') throw refusedFile('file.none');
  return { source: { pasted: text }, fileName: '' };
}

/** The photo or paper that was sent in, looked at. @throws FormProblems `keptFile.*`, `file.empty` */
export async function requireUploadedFile(upload: Upload | undefined): Promise<ReadFile> {
  if (upload === undefined) throw new FormProblems([{ code: 'keptFile.none', field: 'file' }]);
  return await readKeptFile(upload.bytes);
}

/**
 * Reads a form with a file before anything else looks at it: its fields become the body, as of any other
 * form, so that its token and its key are found where they always are; the file is put beside it.
 * @throws DomainError `http.mediaType` where the route takes no file; FormProblems `form.tooLong`, `form.*`
 */
export async function readUpload(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return;
  if (request.routeOptions.config.takesUpload !== true) throw new DomainError('http.mediaType');
  request.body = readFormBody((await orUnreadable(() => readParts(request))).toString());
}

async function readParts(request: FastifyRequest): Promise<URLSearchParams> {
  const fields = new URLSearchParams();
  for await (const part of request.parts()) {
    if (part.type === 'file') request.upload = (await uploadOf(part)) ?? request.upload;
    else fields.append(part.fieldname, fieldText(part));
  }
  return fields;
}

/** A form cut short or put together wrongly is the sender's fault; what has a status says so itself. */
async function orUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const told = error instanceof Error && ('statusCode' in error || error instanceof DomainError);
    throw told ? error : new DomainError('http.badRequest');
  }
}

/** A box without a file sends an empty one without a name. A file too large ends one byte above the limit. */
async function uploadOf(part: MultipartFile): Promise<Upload | undefined> {
  const pieces: Buffer[] = [];
  for await (const piece of part.file) if (Buffer.isBuffer(piece)) pieces.push(piece);
  if (part.file.truncated) pieces.push(Buffer.from(' '));
  const bytes = Buffer.concat(pieces);
  return bytes.length === 0 && part.filename === '' ? undefined : { name: seen(part.filename), bytes };
}

/** A name is shown and kept; marks that cannot be seen fall away. */
function seen(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
}

function fieldText(part: Exclude<Multipart, MultipartFile>): string {
  if (part.valueTruncated || part.fieldnameTruncated) {
    const facts = { max: UPLOAD_LIMITS.fieldSize };
    throw new FormProblems([{ code: 'form.tooLong', field: part.fieldname.slice(0, 100), facts }]);
  }
  return typeof part.value === 'string' ? part.value : '';
}
