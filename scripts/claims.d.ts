import type * as z from 'zod';

export const exampleClaims: string;
export function claimsPage(schema: z.ZodType): string;
export function claimsSchemaFile(schema: z.ZodType): string;
