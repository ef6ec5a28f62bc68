import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../digests/sha256';
import { ReadsLive } from './one-moment.interceptor';
import { scriptFile } from './script-text';

interface Asset {
  readonly bytes: Buffer;
  /** As it travels: a fifth of it on a village's slow line. */
  readonly packed: Buffer;
  readonly mediaType: string;
  readonly digest: string;
}

/** A browser that takes gzip, and does not say that it would rather not. */
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/;

const TEMPLATES = join(__dirname, '..', '..', '..', 'templates');
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/**
 * The few stylesheets and scripts of the pages. They are read at start; no path is ever made from a
 * request.
 */
@ApiExcludeController()
@SkipThrottle({ general: true, logIn: true })
@ReadsLive()
@Controller('assets')
export class AssetsController {
  private readonly assets = readAssets();

  @Get(':name')
  async send(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asset = this.assets.get(name);
    if (asset === undefined) throw new NotFoundException();
    const isPacked = TAKES_GZIP.test(request.headers['accept-encoding'] ?? '');
    const etag = isPacked ? `"${asset.digest}-gzip"` : `"${asset.digest}"`;
    reply.header('etag', etag).header('vary', 'accept-encoding');
    reply.header('cache-control', 'public, max-age=3600');
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    if (isPacked) reply.header('content-encoding', 'gzip');
    return reply.type(asset.mediaType).send(isPacked ? asset.packed : asset.bytes);
  }
}

function readAssets(): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const [folder, extension] of [
    ['styles', 'css'],
    ['scripts', 'js'],
  ] as const) {
    const path = join(TEMPLATES, folder);
    const names = existsSync(path) ? readdirSync(path) : [];
    for (const name of names.filter((each) => each.endsWith(`.${extension}`))) {
      assets.set(name, readAsset(join(path, name), extension));
    }
  }
  assets.set('sha256.js', readAsset(scriptFile('sha256.js'), 'js'));
  return assets;
}

function readAsset(file: string, extension: string): Asset {
  const bytes = readFileSync(file);
  const mediaType = MEDIA_TYPES[extension] ?? 'application/octet-stream';
  return { bytes, packed: gzipSync(bytes, { level: 9 }), digest: sha256(bytes).slice(0, 32), mediaType };
}
