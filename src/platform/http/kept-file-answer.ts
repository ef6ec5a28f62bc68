import type { FastifyReply, FastifyRequest } from 'fastify';

/** A photo or a paper as it is kept. */
export interface KeptAnswer {
  readonly file: { readonly sha256: string; readonly mediaType: string; readonly datedOn: string };
  readonly bytes: Buffer;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/**
 * Sends a file that people sent in: as what it was found to be and nothing else, a picture to be looked at,
 * a paper to be saved, since a PDF may carry scripts. A browser may hold it, but asks each time whether it
 * still stands: it may have been withdrawn.
 */
export async function sendKeptFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { file, bytes }: KeptAnswer,
): Promise<void> {
  const { sha256, mediaType, datedOn } = file;
  const etag = `"${sha256.slice(0, 32)}"`;
  reply.header('etag', etag).header('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] === etag) {
    await reply.status(304).send();
    return;
  }
  const name = `${datedOn}-${sha256.slice(0, 8)}.${ENDINGS[mediaType] ?? 'bin'}`;
  const shown = mediaType.startsWith('image/') ? 'inline' : 'attachment';
  await reply
    .header('content-disposition', `${shown}; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .type(mediaType)
    .send(bytes);
}
