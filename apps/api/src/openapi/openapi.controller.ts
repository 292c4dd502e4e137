/** Owns the address of the OpenAPI document. */
import { Controller, Get } from '@nestjs/common';
import { openApiDocument } from './openapi-document.js';

@Controller('api/v1/openapi.json')
export class OpenApiController {
  private readonly document = openApiDocument();

  @Get()
  get(): typeof this.document {
    return this.document;
  }
}
