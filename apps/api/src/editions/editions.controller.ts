/** Owns the addresses of editions. */
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import {
  type EditionDetail,
  type EditionPage,
  editionParams,
  evaluatorParams,
  type FormDetail,
  formParams,
  formQuery,
  languageQuery,
  type PageQuery,
  pageQuery,
  validatorParams,
  versionQuery,
} from '@yimen/contracts';
import type * as z from 'zod';
import { EditionsService } from './editions.service.js';

type Of<T extends z.ZodType> = z.output<T>;

/** A module is named by the hash of its content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

const idOf = ({ authority, subject, year }: Of<typeof editionParams>): string => `${authority}/${subject}/${year}`;

@Controller('api/v1/editions')
export class EditionsController {
  constructor(@Inject(EditionsService) private readonly editions: EditionsService) {}

  @Get()
  list(@Query({ schema: pageQuery }) query: PageQuery): Promise<EditionPage> {
    return this.editions.list(query);
  }

  @Get(':authority/:subject/:year')
  detail(
    @Param({ schema: editionParams }) params: Of<typeof editionParams>,
    @Query({ schema: versionQuery }) { hash }: Of<typeof versionQuery>,
  ): Promise<EditionDetail> {
    return this.editions.detail(idOf(params), hash);
  }

  @Get(':authority/:subject/:year/evaluator.:hash.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', IMMUTABLE)
  evaluator(@Param({ schema: evaluatorParams }) params: Of<typeof evaluatorParams>): Promise<string> {
    return this.editions.evaluatorModule(idOf(params), params.hash);
  }

  @Get(':authority/:subject/:year/forms/:form')
  form(
    @Param({ schema: formParams }) params: Of<typeof formParams>,
    @Query({ schema: formQuery }) { lang, hash }: Of<typeof formQuery>,
  ): Promise<FormDetail> {
    return this.editions.form(idOf(params), params.form, lang, hash);
  }

  @Get(':authority/:subject/:year/forms/:form/validator.:hash.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', IMMUTABLE)
  validator(
    @Param({ schema: validatorParams }) params: Of<typeof validatorParams>,
    @Query({ schema: languageQuery }) { lang }: Of<typeof languageQuery>,
  ): Promise<string> {
    return this.editions.validatorModule(idOf(params), params.form, lang, params.hash);
  }
}
