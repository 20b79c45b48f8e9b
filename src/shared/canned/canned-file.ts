import { err, ok, type Result } from '../result.ts';
import { z } from '../schema.ts';
import { cannedResponseSchema } from './canned-response.ts';

/** BCP 47 as far as its shape goes: `pt_BR` is refused before a customer waits for it in vain. */
const localeSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/);

/** A response as a file tells it. What a form does not know is left as it is on a response that is there already. */
export const fileResponseSchema = cannedResponseSchema
  .omit({ id: true, updatedAt: true })
  .partial({ folder: true, tags: true, scope: true, files: true })
  .extend({
    variants: z
      .array(
        z.object({
          locale: localeSchema.nullable(),
          text: cannedResponseSchema.shape.variants.unwrap().element.shape.text,
        }),
      )
      .min(1)
      .max(100)
      .readonly(),
  });
export type FileResponse = Readonly<z.infer<typeof fileResponseSchema>>;

/** Why a part of a file is left out. The first ones name the property that cannot be read. */
export type EntryFault =
  | 'shortcode'
  | 'title'
  | 'folder'
  | 'tags'
  | 'scope'
  | 'variants'
  | 'locale'
  | 'text'
  | 'files'
  /** No entry of this kind of file. */
  | 'entry'
  /** Quotation marks that do not close, or stand inside a cell. */
  | 'quotes'
  /** More cells than the heading has, or fewer. */
  | 'cells'
  /** Another title, folder, tags or scope than the response's first line has. */
  | 'differs'
  /** The language, or the shortcode, was there before. */
  | 'locale-twice'
  | 'twice'
  /** Switched off where it comes from. */
  | 'inactive';

/** Where in a file: the line of a CSV on which a row begins, or the entry of a list; both count from 1. */
export type Place = { readonly by: 'line' | 'entry'; readonly at: number };

export type LeftOut = { readonly place: Place; readonly shortcode: string; readonly why: EntryFault };

/** A file, read. */
export type CannedFile = {
  readonly responses: readonly { readonly place: Place; readonly response: FileResponse }[];
  readonly leftOut: readonly LeftOut[];
  /** Placeholders of another helpdesk without counterpart here; they stand in the text as they were. */
  readonly untranslated: readonly { readonly place: Place; readonly placeholders: readonly string[] }[];
};

/** Why a whole file is left alone. */
export type FileFault = 'not-canned' | 'newer-version';

/** What a form makes of HTML. */
export type ReadCanned = { readonly toMarkdown: (html: string) => string };

/** A response out of what a file says, or what is wrong with it. */
export function readFileResponse(raw: unknown): Result<FileResponse, EntryFault> {
  const parsed = fileResponseSchema.safeParse(raw);
  return parsed.success ? ok(parsed.data) : err(faultOf(parsed.error.issues[0]?.path ?? []));
}

export function faultOf([property, , inside]: readonly PropertyKey[]): EntryFault {
  switch (property) {
    case 'variants':
      return inside === 'locale' || inside === 'text' ? inside : 'variants';
    case 'shortcode':
    case 'title':
    case 'folder':
    case 'tags':
    case 'scope':
    case 'files':
      return property;
    default:
      return 'entry';
  }
}
