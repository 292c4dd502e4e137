/** Owns the address of the OpenAPI document. */
import { Controller, Get } from '@nestjs/common';
import { openApiDocument } from './openapi-document.js';

@Controller('api/v1/openapi.json')
export class OpenApiController {
  private document: ReturnType<typeof openApiDocument> | undefined;

  @Get()
  get(): ReturnType<typeof openApiDocument> {
    this.document ??= openApiDocument();
    return this.document;
  }
}
