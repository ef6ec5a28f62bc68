import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../digests/sha256';

/** What is sent: its type, its bytes, and the name it is saved under where it is a file to keep. */
export interface Revalidated {
  readonly mediaType: string;
  readonly body: string | Buffer;
  readonly fileName?: string;
  /** It is for keeping, and never opened in the place of a page. */
  readonly saved?: boolean;
}

/**
 * Sends what everyone may see and nobody may keep unasked: a copy is held, but its holder asks each time
 * whether it still stands, and gets 304 when it does. A sheet may be corrected at any moment.
 */
export async function sendRevalidated(
  request: FastifyRequest,
  reply: FastifyReply,
  { mediaType, body, fileName, saved = false }: Revalidated,
): Promise<void> {
  const etag = `"${sha256(body).slice(0, 32)}"`;
  reply.header('etag', etag).header('cache-control', 'public, no-cache');
  if (request.headers['if-none-match'] === etag) {
    await reply.status(304).send();
    return;
  }
  const kept = saved ? 'attachment' : 'inline';
  if (fileName !== undefined) reply.header('content-disposition', `${kept}; filename="${fileName}"`);
  await reply.type(mediaType).send(body);
}
