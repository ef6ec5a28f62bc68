import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { h } from 'preact';
import { sendKeptFile } from '../../platform/http/kept-file-answer';
import { sendRevalidated } from '../../platform/http/revalidated';
import { ReadsLive } from '../../platform/http/one-moment.interceptor';
import { renderDocument } from '../../platform/views/document';
import { PublicAssetPage } from './public-asset.pages';
import { PublicAssetsService } from './public-assets.service';

/** A public photo, as an address names it. */
interface PublicPhotoAddress {
  readonly token: string;
  readonly fileId: string;
}

/** The public cards of assets: no log-in, no cookie, no list to go through. */
@ApiExcludeController()
@ReadsLive()
@Controller()
export class PublicAssetsController {
  constructor(private readonly assets: PublicAssetsService) {}

  @Get('p/assets/:token')
  async show(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.assets.requirePage(token);
    const body = renderDocument(h(PublicAssetPage, page), { title: page.name, styles: 'public' });
    return sendRevalidated(request, reply, { mediaType: 'text/html; charset=utf-8', body });
  }

  /** The address in the QR stands in capital letters, which make the picture smaller. */
  @Get('P/ASSETS/:token')
  async followQr(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await reply.redirect(`/p/assets/${encodeURIComponent(token)}`, 301);
  }

  @Get('p/assets/:token/photos/:fileId')
  async photo(
    @Param() { token, fileId }: PublicPhotoAddress,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendKeptFile(request, reply, await this.assets.requirePhoto(token, fileId));
  }
}
